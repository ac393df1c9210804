import * as lsp from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { uriIn } from '../bench/subject.ts'
import type { Disk } from './disk.ts'
import type { Journal } from './journal.ts'

type Random = (limit: number) => number

const mostOpen = 6
const pulledAtOnce = 50
const words = ' we look at @ropes again, see [hooks](https://example.org/) and **decide** then;'
/** What a person types before the editor offers something. */
const beginnings = ['@', ' AI @', '[a](', '[a](../', ' https://', '#', '\n- [ ] ', '\nMinutes: ']

/** Somebody who edits at random, and an editor that asks what editors ask. Their files are those of a disk. */
export class Person {
  readonly #connection: lsp.ProtocolConnection
  readonly #folder: string
  readonly #disk: Disk
  readonly #journal: Journal
  readonly #random: Random
  readonly #open = new Map<string, TextDocument>()
  #names = 0

  constructor(connection: lsp.ProtocolConnection, folder: string, disk: Disk, journal: Journal, random: Random) {
    this.#connection = connection
    this.#folder = folder
    this.#disk = disk
    this.#journal = journal
    this.#random = random
  }

  /** The documents that are open, with their texts. */
  get documents(): readonly TextDocument[] {
    return [...this.#open.values()]
  }

  /** Does one thing, and waits for what the editor asks then. */
  async act(): Promise<void> {
    const document = this.#anyOpen()
    if (!document || (this.#open.size < mostOpen && this.#random(10) === 0)) return this.#openAny()
    const [name, act] = this.#chosen()
    this.#journal.done(name)
    await act(document)
  }

  #chosen() {
    const choices: readonly (readonly [weight: number, name: string, act: (document: TextDocument) => unknown])[] = [
      [40, 'type', (document) => this.#type(document)],
      [20, 'complete', (document) => this.#complete(document)],
      [15, 'look', (document) => this.#look(document)],
      [6, 'mend', (document) => this.#mend(document)],
      [4, 'rename', (document) => this.#rename(document)],
      [6, 'save', (document) => this.#save(document)],
      [5, 'close', (document) => this.#close(document)],
      [2, 'pull', () => this.#told(this.#disk.pull(pulledAtOnce))],
      [1, 'switch branch', () => this.#told(this.#disk.switchBranch())],
    ]
    const weighed = choices.flatMap((choice) => Array.from({ length: choice[0] }, () => choice))
    const [, name, act] = weighed[this.#random(weighed.length)]!
    return [name, act] as const
  }

  async #openAny(): Promise<void> {
    const path = this.#disk.paths[this.#random(this.#disk.paths.length)]!
    const text = this.#disk.read(path)
    if (text === undefined || this.#open.has(path)) return
    this.#journal.done('open')
    const document = TextDocument.create(uriIn(this.#folder, path), 'markdown', 1, text)
    this.#open.set(path, document)
    await this.#tell(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId: 'markdown', version: 1, text },
    })
    await this.#shown(document)
  }

  async #type(document: TextDocument): Promise<void> {
    let { offset } = this.#place(document)
    for (let stroke = 0; stroke < 10; stroke += 1) {
      const takesBack = offset > 0 && this.#random(8) === 0
      const text = takesBack ? '' : words[this.#random(words.length)]!
      await this.#change(document, takesBack ? offset - 1 : offset, offset, text)
      offset += takesBack ? -1 : 1
      await this.#findings(document)
    }
    await this.#shown(document)
  }

  async #complete(document: TextDocument): Promise<void> {
    const { offset } = this.#place(document)
    const typed = beginnings[this.#random(beginnings.length)]!
    await this.#change(document, offset, offset, typed)
    const at = { ...itself(document), position: document.positionAt(offset + typed.length) }
    // An editor that types on does not want the first answer.
    const source = new lsp.CancellationTokenSource()
    const unwanted = this.#connection.sendRequest(lsp.CompletionRequest.type, at, source.token).catch(() => null)
    if (this.#random(2)) source.cancel()
    const answer = await this.#ask(lsp.CompletionRequest.type, at)
    const item = (Array.isArray(answer) ? answer : (answer?.items ?? []))[0]
    if (item) await this.#ask(lsp.CompletionResolveRequest.type, item)
    await unwanted
    await this.#change(document, offset, offset + typed.length, '')
    await this.#findings(document)
  }

  async #look(document: TextDocument): Promise<void> {
    const at = { ...itself(document), position: this.#place(document).position }
    await this.#ask(lsp.HoverRequest.type, at)
    await this.#ask(lsp.DefinitionRequest.type, at)
    await this.#ask(lsp.ReferencesRequest.type, { ...at, context: { includeDeclaration: true } })
    await this.#ask(lsp.DocumentHighlightRequest.type, at)
    await this.#ask(lsp.SelectionRangeRequest.type, { ...itself(document), positions: [at.position] })
    await this.#ask(lsp.WorkspaceSymbolRequest.type, { query: document.getText().slice(this.#random(99)).slice(0, 3) })
  }

  async #mend(document: TextDocument): Promise<void> {
    const report = await this.#findings(document)
    const finding = report[this.#random(report.length)]
    if (!finding) return
    const params = { ...itself(document), range: finding.range, context: { diagnostics: [finding] } }
    const [action] = (await this.#ask(lsp.CodeActionRequest.type, params)) ?? []
    if (!action || !('kind' in action)) return
    const resolved = await this.#ask(lsp.CodeActionResolveRequest.type, action as lsp.CodeAction)
    await this.#apply(resolved?.edit)
  }

  /** A handle or heading gets a new name. Links to files are left, for their files would move. */
  async #rename(document: TextDocument): Promise<void> {
    const places = [...document.getText().matchAll(/@(?=[a-z])|^#+ (?=\S)/gm)]
    const place = places[this.#random(places.length)]
    if (!place) return
    const position = document.positionAt(place.index + place[0].length + 1)
    const prepared = await this.#connection
      .sendRequest(lsp.PrepareRenameRequest.type, { ...itself(document), position })
      .catch(() => null)
    if (!prepared) return
    this.#names += 1
    // A heading may begin with a handle.
    const start = 'range' in prepared ? document.offsetAt(prepared.range.start) : place.index
    const isHandle = document
      .getText()
      .slice(Math.max(0, start - 1), start + 1)
      .includes('@')
    const newName = isHandle ? `soak-${this.#names}` : `Ropes and hooks ${this.#names}`
    const edit = await this.#ask(lsp.RenameRequest.type, { ...itself(document), position, newName })
    await this.#apply(edit ?? undefined)
  }

  async #save(document: TextDocument): Promise<void> {
    const path = this.#pathOf(document)
    this.#disk.write(path, document.getText())
    await this.#tell(lsp.DidSaveTextDocumentNotification.type, itself(document))
    await this.#told([path])
  }

  /** What was not saved is thrown away. */
  async #close(document: TextDocument): Promise<void> {
    this.#open.delete(this.#pathOf(document))
    await this.#tell(lsp.DidCloseTextDocumentNotification.type, itself(document))
  }

  /** Says what a watcher would, and takes into open documents what others have written. */
  async #told(paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({
      uri: uriIn(this.#folder, path),
      type: this.#disk.read(path) === undefined ? lsp.FileChangeType.Deleted : lsp.FileChangeType.Changed,
    }))
    await this.#tell(lsp.DidChangeWatchedFilesNotification.type, { changes })
    for (const path of paths) {
      const [document, text] = [this.#open.get(path), this.#disk.read(path)]
      if (document && text !== undefined) await this.#change(document, 0, document.getText().length, text)
    }
    const seen = this.#anyOpen()
    if (seen) await this.#shown(seen)
  }

  /** Does what the server answers: in documents that are open, and in the files of others. */
  async #apply(edit: lsp.WorkspaceEdit | undefined): Promise<void> {
    const written: string[] = []
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) continue
      const { uri } = change.textDocument
      const path = decodeURIComponent(uri.slice(uriIn(this.#folder).length + 1))
      const open = this.#open.get(path)
      const document = open ?? TextDocument.create(uri, 'markdown', 0, this.#disk.read(path) ?? '')
      const text = TextDocument.applyEdits(document, change.edits as lsp.TextEdit[])
      if (open) await this.#change(open, 0, open.getText().length, text)
      else this.#disk.write(path, text)
      if (!open) written.push(path)
    }
    if (written.length) await this.#told(written)
  }

  /** What an editor asks of a document that it shows. */
  async #shown(document: TextDocument): Promise<void> {
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) }
    await this.#findings(document)
    await Promise.all([
      this.#ask(lsp.DocumentSymbolRequest.type, itself(document)),
      this.#ask(lsp.CodeLensRequest.type, itself(document)),
      this.#ask(lsp.DocumentLinkRequest.type, itself(document)),
      this.#ask(lsp.SemanticTokensRequest.type, itself(document)),
      this.#ask(lsp.FoldingRangeRequest.type, itself(document)),
      this.#ask(lsp.InlayHintRequest.type, { ...itself(document), range }),
    ])
  }

  async #findings(document: TextDocument): Promise<lsp.Diagnostic[]> {
    const report = await this.#ask(lsp.DocumentDiagnosticRequest.type, itself(document))
    return report?.kind === 'full' ? report.items : []
  }

  async #change(document: TextDocument, start: number, end: number, text: string): Promise<void> {
    const range = { start: document.positionAt(start), end: document.positionAt(end) }
    const contentChanges = [{ range, text }]
    TextDocument.update(document, contentChanges, document.version + 1)
    const textDocument = { uri: document.uri, version: document.version }
    await this.#tell(lsp.DidChangeTextDocumentNotification.type, { textDocument, contentChanges })
  }

  #ask<Params, Answer, Part, Failure, Options>(
    type: lsp.ProtocolRequestType<Params, Answer, Part, Failure, Options>,
    params: Params,
  ): Promise<Answer | undefined> {
    return this.#journal.asked(type.method, this.#connection.sendRequest<Answer>(type.method, params))
  }

  #tell(type: { readonly method: string }, params: object): Promise<void> {
    return this.#connection.sendNotification(type.method, params)
  }

  #anyOpen(): TextDocument | undefined {
    return this.documents[this.#random(Math.max(1, this.#open.size))]
  }

  #pathOf(document: TextDocument): string {
    return [...this.#open].find(([, each]) => each === document)![0]
  }

  /** Never between the two halves of a line end or of a character. */
  #place(document: TextDocument): { readonly offset: number; readonly position: lsp.Position } {
    const position = document.positionAt(this.#random(document.getText().length + 1))
    const end = document.offsetAt({ line: position.line, character: Number.MAX_SAFE_INTEGER })
    return { offset: end, position }
  }
}

function itself({ uri }: TextDocument) {
  return { textDocument: { uri } }
}
