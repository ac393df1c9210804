import * as v from 'valibot'
import type * as lsp from 'vscode-languageserver'
import { isRule } from '../core/rules/rule-settings.ts'
import { type EditorSettings, editorSettings } from '../core/settings/schema.ts'

/** The kinds of a feature that somebody wants. */
export function wantedOf<Kind extends string>(settings: Readonly<Record<Kind, boolean>>): ReadonlySet<Kind> {
  return new Set(Object.entries(settings).flatMap(([kind, wanted]) => (wanted ? [kind as Kind] : [])))
}

type Listener = (settings: EditorSettings) => void

/**
 * What a person prefers: the editor's settings `minutes.*`. Until the client has told them, and where it cannot, those hold that it named when it
 * began, by `initializationOptions.minutes`, and else the defaults.
 */
export class Preferences {
  #settings: EditorSettings = v.parse(editorSettings, {})
  /** What the client named when it began. */
  readonly #named: unknown
  readonly #connection: lsp.Connection
  readonly #canAsk: boolean
  readonly #listeners: Listener[] = []
  #asked: Promise<void> | undefined

  constructor(connection: lsp.Connection, { workspace }: lsp.ClientCapabilities, named: unknown) {
    this.#connection = connection
    this.#canAsk = workspace?.configuration === true
    this.#named = named
  }

  get settings(): EditorSettings {
    return this.#settings
  }

  /** `listener` is called whenever the client has told the settings. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** Asks the client for the first time, where it can be asked. */
  async begin(): Promise<void> {
    if (!this.#canAsk && !this.#named) return
    this.#asked = this.refresh()
    await this.#asked
  }

  /** Resolves when the client has told the settings, or has refused to. */
  async whenTold(): Promise<void> {
    await this.#asked?.catch(() => {})
  }

  /** Asks the client anew; `told` is what a client that cannot be asked sent by itself. What is wrong is logged and left out. */
  async refresh(told?: unknown): Promise<void> {
    const given: unknown = this.#canAsk ? await this.#connection.workspace.getConfiguration('minutes') : told
    const answer = given ?? this.#named ?? {}
    const result = v.safeParse(editorSettings, answer)
    for (const { message, path } of result.issues ?? []) this.#warn(path?.map(({ key }) => String(key)) ?? [], message)
    const rest = result.success ? result : v.safeParse(editorSettings, without(answer, result.issues))
    this.#settings = rest.success ? rest.output : v.parse(editorSettings, {})
    for (const id of Object.keys(this.#settings.rules)) {
      if (!isRule(id)) this.#warn(['rules', id], 'There is no such rule.')
    }
    for (const listener of this.#listeners) listener(this.#settings)
  }

  #warn(path: readonly string[], message: string): void {
    this.#connection.console.warn(`The setting "${['minutes', ...path].join('.')}" cannot be used: ${message}`)
  }
}

/** A value without the members, at any depth, that have a mistake in them. */
function without(value: unknown, issues: readonly v.BaseIssue<unknown>[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value))
  for (const { path } of issues) {
    let holder = copy as Record<string, unknown>
    for (const { key } of path?.slice(0, -1) ?? []) holder = holder?.[key as string] as Record<string, unknown>
    const last = path?.at(-1)
    if (last && typeof holder === 'object') delete holder[last.key as string]
  }
  return copy
}
