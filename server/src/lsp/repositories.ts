import * as lsp from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import type { Log } from '../core/host.ts'
import { isMinutesFile, type Minutes } from '../core/minutes/minutes.ts'
import type { RuleSeverities } from '../core/rules/rule-settings.ts'
import { settingsFile } from '../core/settings/settings.ts'
import { Workspace } from '../core/workspace.ts'
import { documentsIn, folderNameOf, Places, pathOf, rootOf, uriOf } from './convert.ts'
import type { ServerHost } from './host.ts'
import { type Encoding, FileUnits } from './units.ts'

/** A folder of the client's workspace. */
export interface Folder {
  readonly root: string
  readonly workspace: Workspace
  /** How the client counts in its files. */
  readonly units: FileUnits
}

/** A document that is open in the editor, or a file of the disk, in its repository. */
export interface Located extends Folder {
  readonly path: string
}

/** An open document, as the last message left it. */
export interface OpenDocument extends Located {
  readonly uri: string
  readonly version: number
  readonly text: string
  readonly places: Places
  /** `undefined` for `.minutes.json`. */
  readonly minutes: Minutes | undefined
}

type Listener = (edited?: OpenDocument) => void

/** How long reading may keep messages waiting. */
const sliceMilliseconds = 8

/** The repositories of the client's workspace folders, and the documents that are open. */
export class Repositories {
  readonly #documents: lsp.TextDocuments<TextDocument>
  readonly #open = new Map<string, OpenDocument>()
  readonly #host: ServerHost
  readonly #log: Log
  readonly #units: FileUnits
  readonly #workspaces = new Map<string, Workspace>()
  readonly #listeners: Listener[] = []
  readonly #newsListeners: (() => void)[] = []
  readonly #savedListeners: (() => void)[] = []
  /** The documents that were edited since they were opened or saved. */
  readonly #edited = new Set<string>()
  readonly #waiting: (() => void)[] = []
  /** What ends the watching of each folder; `undefined` when the client watches. */
  #watched: Map<string, () => void> | undefined
  /** Tells this server from one that the client had before. */
  readonly #startedAt = Date.now()
  /** Counts what may have changed answers about documents that nobody edits: what is typed counts when it is saved. */
  #storedVersion = 0
  /** How often a folder was opened or closed: its versions begin anew. */
  #foldersVersion = 0
  /** The workspaces whose files are being read, or have been. */
  readonly #begun = new WeakSet<Workspace>()
  #started = false
  #preferred: RuleSeverities = {}

  constructor(host: ServerHost, log: Log, encoding: Encoding) {
    this.#host = host
    this.#log = log
    this.#units = new FileUnits(encoding)
    this.#documents = new lsp.TextDocuments(documentsIn(encoding))
  }

  /**
   * `listener` is called with a document that was opened, edited or closed as it was stored, and without one when answers about any document
   * may have changed.
   */
  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** `listener` is called when what the files say together may be something else. */
  onNews(listener: () => void): void {
    this.#newsListeners.push(listener)
  }

  /** `listener` is called when an edited document was saved. */
  onSaved(listener: () => void): void {
    this.#savedListeners.push(listener)
  }

  /** Follows what the client opens, edits, saves and closes. */
  listen(connection: lsp.Connection): void {
    this.#documents.onDidChangeContent(({ document }) => this.#took(document))
    this.#documents.onDidSave(({ document }) => this.#saved(document.uri))
    this.#documents.onDidClose(({ document }) => this.#closed(document.uri))
    this.#documents.listen(connection)
  }

  document(uri: string): OpenDocument | undefined {
    return this.#open.get(canonical(uri))
  }

  /** Names the state that an answer about documents of a workspace is made in. Two states of one name have the same answers. */
  stateOf({ workspace }: Pick<Located, 'workspace'>): string {
    return [this.session, workspace.version, this.#host.clock.today()].join('.')
  }

  /** Names the state that is stored: edits that nobody has saved are left out. */
  get storedState(): string {
    return [this.session, this.#storedVersion, this.#host.clock.today()].join('.')
  }

  /** Tells this server from others, and its folders from those that it had before. */
  get session(): string {
    return `${this.#startedAt}.${this.#foldersVersion}`
  }

  get folders(): readonly Folder[] {
    return [...this.#workspaces].map(([root, workspace]) => ({ root, workspace, units: this.#units }))
  }

  get openDocuments(): Iterable<OpenDocument> {
    return this.#open.values()
  }

  /** Files of any of the repositories may have been created, changed or deleted. The result is whether that matters. */
  filesChanged(uris: readonly string[]): boolean {
    const matters = [...this.#grouped(uris)].filter(([workspace, paths]) => workspace.changed(paths))
    if (matters.length) this.#tell()
    return matters.length > 0
  }

  /** The client has sent files of a folder, which is read when all of them have come, or one by one where they are late. */
  filesTold(root: string, paths: readonly string[]): void {
    const workspace = this.#workspaces.get(root)
    if (!workspace) return
    // Reading takes in everything but the settings, which were looked for when the folder was opened.
    const isLate = !workspace.isRead && this.isReady({ root, workspace })
    const isKept = this.#begun.has(workspace) || isLate
    const news = isKept ? paths : paths.filter((path) => path === settingsFile)
    // Whoever waits for all files may have waited long enough.
    if (!this.filesChanged(news.map((path) => uriOf(root, path))) && isLate) this.#tell()
    this.#read(root, workspace)
  }

  /** The severities that a person prefers, in all repositories, those among them that are opened later. */
  prefer(severities: RuleSeverities): void {
    if (JSON.stringify(severities) === JSON.stringify(this.#preferred)) return
    this.#preferred = severities
    for (const workspace of this.#workspaces.values()) workspace.prefer(severities)
    this.#tell({ isNews: false })
  }

  /** Watches the folders by the host's own means. */
  watch(): void {
    this.#watched = new Map()
    for (const root of this.#workspaces.keys()) this.#watch(root)
  }

  /** Whether answers about a repository can be made: it has been read, or its files are late. */
  isReady({ root, workspace }: Pick<Folder, 'root' | 'workspace'>): boolean {
    return workspace.isRead || this.#host.isLate?.(root) === true
  }

  /** Resolves when answers about the repository of a document can be made, if only of what has been read. */
  async whenReady(uri: string): Promise<void> {
    for (let located = this.locate(uri); located && !this.isReady(located); located = this.locate(uri))
      await this.#nextChange()
  }

  /** The same for all repositories. */
  async whenAllReady(): Promise<void> {
    while (!this.folders.every((folder) => this.isReady(folder))) await this.#nextChange()
  }

  /** Resolves when the repository of a document has been read. */
  async whenRead(uri: string): Promise<void> {
    while (this.locate(uri)?.workspace.isRead === false) await this.#nextChange()
  }

  /** Resolves when all repositories have been read. */
  async whenAllRead(): Promise<void> {
    while (this.folders.some(({ workspace }) => !workspace.isRead)) await this.#nextChange()
  }

  add(uri: string): void {
    const root = rootOf(uri)
    const files = this.#host.files(root, this.#log)
    if (!files || this.#workspaces.has(root)) return
    const { clock } = this.#host
    const workspace = new Workspace({ files, clock, log: this.#log, folderName: folderNameOf(root) })
    workspace.prefer(this.#preferred)
    this.#workspaces.set(root, workspace)
    this.#foldersVersion += 1
    for (const document of this.#documents.all()) this.#took(document)
    this.#watch(root)
    this.#read(root, workspace)
  }

  remove(uri: string): void {
    const root = rootOf(uri)
    this.#workspaces.delete(root)
    this.#foldersVersion += 1
    this.#host.forget?.(root)
    this.#watched?.get(root)?.()
    this.#watched?.delete(root)
    this.#open.clear()
    for (const document of this.#documents.all()) this.#took(document)
    this.#tell()
  }

  /** Reads all repositories, in slices between which the server answers. */
  start(): void {
    this.#started = true
    for (const [root, workspace] of this.#workspaces) this.#read(root, workspace)
  }

  /** Where a document stands: in the innermost of the folders that hold it. */
  locate(uri: string): Located | undefined {
    let found: Located | undefined
    for (const [root, workspace] of this.#workspaces) {
      const path = pathOf(uri, root)
      if (path === undefined || (found && root.length <= found.root.length)) continue
      found = { root, path, workspace, units: this.#units }
    }
    return found
  }

  #grouped(uris: readonly string[]): Map<Workspace, string[]> {
    const paths = new Map<Workspace, string[]>()
    for (const uri of uris) {
      const located = this.locate(uri)
      if (!located) continue
      const known = paths.get(located.workspace)
      if (known) known.push(located.path)
      else paths.set(located.workspace, [located.path])
    }
    return paths
  }

  #took(document: TextDocument): void {
    const { uri, version } = document
    const located = this.locate(uri)
    if (!located || !(isMinutesFile(located.path) || located.path === settingsFile)) return
    const before = this.document(uri)
    if (before) this.#edited.add(canonical(uri))
    if (before && before.workspace !== located.workspace) before.workspace.close(before.path)
    const text: unknown = document.getText()
    // The library takes whatever a client sends for a text.
    if (typeof text !== 'string') return
    const isNews = located.workspace.edit(located.path, text)
    const minutes = located.workspace.minutes(located.path)
    const open = { ...located, uri, version, text, minutes, places: new Places(text, this.#units.encoding) }
    this.#open.set(canonical(uri), open)
    this.#tell({ edited: open, isNews })
  }

  #saved(uri: string): void {
    if (!this.#edited.delete(canonical(uri))) return
    this.#storedVersion += 1
    for (const listener of this.#savedListeners) listener()
  }

  #closed(uri: string): void {
    this.#edited.delete(canonical(uri))
    const document = this.document(uri)
    if (!document) return
    this.#open.delete(canonical(uri))
    const isNews = document.workspace.close(document.path)
    this.#tell(isNews ? {} : { edited: document, isNews })
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #tell({ edited, isNews = true }: { readonly edited?: OpenDocument; readonly isNews?: boolean } = {}): void {
    if (!edited) this.#storedVersion += 1
    for (const listener of this.#listeners) listener(edited)
    if (isNews) for (const listener of this.#newsListeners) listener()
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #watch(root: string): void {
    if (!this.#watched || !this.#host.watch) return
    const stop = this.#host.watch(root, this.#log, (paths) => this.filesChanged(paths.map((path) => uriOf(root, path))))
    this.#watched.set(root, stop)
  }

  /** Reads a repository, once, when its host has all of its files. */
  #read(root: string, workspace: Workspace): void {
    if (!this.#started || this.#begun.has(workspace) || this.#host.hasAllFiles?.(root) === false) return
    this.#begun.add(workspace)
    const steps = workspace.read()
    const slice = () => {
      if (this.#workspaces.get(root) !== workspace) return
      for (const end = Date.now() + sliceMilliseconds; Date.now() < end; ) {
        const step = steps.next()
        if (step.done) {
          const files = `${step.value} ${step.value === 1 ? 'file' : 'files'}`
          this.#log.info(`Read ${files} of ${workspace.repository.name}.`)
          this.#tell()
          return
        }
      }
      this.#host.later(slice)
    }
    this.#host.later(slice)
  }
}

/** Clients write one URI in several ways: `%3A` or `:`. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString()
}
