import type * as lsp from 'vscode-languageserver'
import { settingsFile } from '../core/settings/settings.ts'
import { urisIn } from './convert.ts'
import { type Report, reportOf, storedReport } from './diagnostic.ts'
import type { Seen } from './feature.ts'
import { canonical, type Folder, type OpenDocument } from './repositories.ts'

/** Of which files a client is told: of all, of those of which it knows findings, or of open documents alone, about which it asks itself. */
export type Scope = 'all' | 'known' | 'none'

/** The ids of the reports that a client says it has, by the URIs of their files. */
export type Previous = ReadonlyMap<string, string>

export type WorkspaceReport = lsp.WorkspaceDocumentDiagnosticReport

/** What there is to tell of a file that was looked at. */
export interface Look {
  readonly findings: number
  readonly report: WorkspaceReport | undefined
}

/** What a client has been told of the findings of all files. Of each file with findings the id of its report is kept, and nothing else. */
export class ToldFindings {
  readonly #context: Seen
  readonly #told = new Map<string, string>()
  /** Documents that have been open since they were told of as files: a client may show what was typed into them. */
  readonly #opened = new Set<string>()

  constructor(context: Seen) {
    this.#context = context
  }

  opened(uri: string): void {
    this.#opened.add(canonical(uri))
  }

  /** What was looked at has reached nobody: all of it is still to be told. */
  unheard(): void {
    for (const uri of this.#told.keys()) this.#told.set(uri, notTold)
  }

  /** The files of which there may be something to tell when something was stored. */
  files(previous: Previous, scope: Scope): string[] {
    const all = scope === 'all' ? this.#context.repositories.folders.flatMap((folder) => this.#filesOf(folder)) : []
    return [...new Set([...all, ...this.#knownFiles(previous)])]
  }

  /** Those of them of which there may be something to tell although nothing was stored: what the client has is not what it was told. */
  unsure(previous: Previous, scope: Scope): string[] {
    const { repositories } = this.#context
    return [...this.#knownFiles(previous)].filter((uri) => {
      const document = repositories.document(uri)
      if (!document) return this.#opened.has(uri) || this.#told.get(uri) !== previous.get(uri)
      const { items, resultId } = this.#reportOf(document, scope)
      return this.#told.get(uri) !== (items.length ? resultId : undefined)
    })
  }

  /** Looks at files, one a step. */
  *look(uris: readonly string[], previous: Previous, scope: Scope): Generator<Look, void> {
    for (const uri of uris) {
      const document = this.#context.repositories.document(uri)
      if (!document) yield this.#lookAtFile(uri, previous.get(uri), scope)
      else yield this.#toTell(document, this.#reportOf(document, scope), this.#told.get(uri))
    }
  }

  /** An open document of which a client is told nothing here is one about which it asks itself. */
  #reportOf(document: OpenDocument, scope: Scope): Report {
    return scope === 'none' ? nothing : reportOf(document, this.#context)
  }

  #lookAtFile(uri: string, has: string | undefined, scope: Scope): Look {
    const wasOpen = this.#opened.delete(uri)
    const file = scope === 'none' ? undefined : this.#context.repositories.locate(uri)
    const report = file ? storedReport(file, this.#context) : nothing
    return this.#toTell({ uri, version: null }, report, wasOpen ? notOfAFile : has)
  }

  #toTell(
    { uri, version }: { readonly uri: string; readonly version: number | null },
    { resultId, items }: Report,
    has: string | undefined,
  ): Look {
    const key = canonical(uri)
    const findings = items.length
    if (findings) {
      this.#told.set(key, resultId)
      if (has === resultId) return { findings, report: { kind: 'unchanged', uri, version, resultId } }
      return { findings, report: { kind: 'full', uri, version, resultId, items } }
    }
    const isClean = !this.#told.delete(key) && has === undefined
    return { findings, report: isClean ? undefined : { kind: 'full', uri, version, items } }
  }

  /** Those of a folder within another one belong there alone. */
  #filesOf({ root, workspace }: Folder): string[] {
    const { repositories } = this.#context
    const paths = Array.from(workspace.repository.summaries, ({ path }) => path)
    const uris = [...paths, ...(workspace.exists(settingsFile) ? [settingsFile] : [])].map(urisIn(root))
    if (repositories.folders.length === 1) return uris
    return uris.filter((uri) => repositories.locate(uri)?.workspace === workspace)
  }

  #knownFiles(previous: Previous): Set<string> {
    return new Set([...this.#told.keys(), ...previous.keys(), ...this.#opened])
  }
}

const nothing: Report = { resultId: '', items: [] }

/** No report has this id. */
const notTold = ''

/** The id of what a client may have been told of a document while it was open. */
const notOfAFile = ''
