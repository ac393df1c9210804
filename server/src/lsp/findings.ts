import type { Finding } from '../core/rules/check.ts'
import { settingsFile } from '../core/settings/settings.ts'
import type { Located, OpenDocument, Repositories } from './repositories.ts'

/** The findings of the open documents. They are looked for once a state, whoever asks. */
export class Findings {
  readonly #repositories: Repositories
  readonly #hostChecksSettingsSchema: boolean
  readonly #found = new WeakMap<OpenDocument, { readonly state: string; readonly findings: readonly Finding[] }>()

  constructor(repositories: Repositories, hostChecksSettingsSchema: boolean) {
    this.#repositories = repositories
    this.#hostChecksSettingsSchema = hostChecksSettingsSchema
  }

  of(document: OpenDocument): readonly Finding[] {
    const state = this.#repositories.stateOf(document)
    const known = this.#found.get(document)
    if (known?.state === state) return known.findings
    const findings = this.#find(document)
    this.#found.set(document, { state, findings })
    return findings
  }

  /** Those of a file as it is stored, with its text: neither is kept. `undefined` when there is no such file. */
  inFile({ workspace, path }: Located): { readonly text: string; readonly findings: readonly Finding[] } | undefined {
    const minutes = workspace.minutes(path)
    const text = minutes?.text ?? (path === settingsFile ? workspace.text(path) : undefined)
    return text === undefined ? undefined : { text, findings: this.#find({ workspace, minutes }) }
  }

  #find({ workspace, minutes }: Pick<OpenDocument, 'workspace' | 'minutes'>): readonly Finding[] {
    if (minutes) return workspace.check(minutes)
    return workspace.checkSettings().filter(({ inSchema }) => !(inSchema && this.#hostChecksSettingsSchema))
  }
}
