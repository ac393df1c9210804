import * as lsp from 'vscode-languageserver-protocol/node'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { aboutRequest, pasteLinkRequest } from '../../server/src/lsp/protocol.ts'
import { randomFrom } from '../../test/support/random.ts'

const seed = 20230209
const typed = ' we look at @ropes again, see [hooks](https://example.org/) and **decide** then;'
/** So much is typed in one place before somebody goes to another one. */
const burst = 20
/** One of so many keystrokes takes a character back. */
const backspace = 8

/** A part of a line. */
interface Stretch {
  readonly line: number
  readonly start: number
  readonly end: number
}

interface Edit extends Stretch {
  readonly text: string
}

/** An open file, and somebody who types in it and asks of it: the same in every run. */
export class Document {
  readonly uri: string
  readonly #connection: lsp.ProtocolConnection
  readonly #lines: string[]
  /** The lines in which is typed: those with text that are no minutes lines. */
  readonly #typable: readonly number[]
  readonly #random = randomFrom(seed)
  #known: { readonly resultId?: string | undefined; readonly items: lsp.Diagnostic[] } = { items: [] }
  #version = 1
  #line = 0
  #strokes = 0
  /** What is to go with the next keystroke. */
  #typed: Edit | undefined
  readonly #takesWhole: boolean

  /** Opens the file. `takesWhole` is for servers that want the whole text after every edit. */
  constructor(
    connection: lsp.ProtocolConnection,
    uri: string,
    { text, minutesLines }: Pick<Minutes, 'text' | 'minutesLines'>,
    takesWhole = false,
  ) {
    this.#takesWhole = takesWhole
    this.#connection = connection
    this.uri = uri
    this.#lines = text.split(/\r\n|\r|\n/)
    const index = new LineIndex(text)
    const kept = new Set(minutesLines.map(({ label }) => index.lineAt(label.start)))
    this.#typable = [...this.#lines.keys()].filter((line) => this.#lines[line]!.trim() && !kept.has(line))
    const textDocument = { uri, languageId: 'markdown', version: this.#version, text }
    void connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  }

  /** Counts the edits. */
  get version(): number {
    return this.#version
  }

  get text(): string {
    const { line, text } = this.#typed ?? { line: -1, text: '' }
    return this.#lines.map((written, at) => (at === line ? written + text : written)).join('\n')
  }

  /** Types a character at the end of a line, or takes the last one back. */
  type(): Promise<void> {
    if (this.#strokes % burst === 0) this.#line = this.#typable[this.#random(this.#typable.length)] ?? 0
    this.#strokes += 1
    const line = this.#line
    const end = this.#lines[line]!.length
    const takesBack = end > 0 && this.#random(backspace) === 0
    const start = takesBack ? end - 1 : end
    const text = takesBack ? '' : typed[this.#strokes % typed.length]!
    this.#lines[line] = this.#lines[line]!.slice(0, start) + text
    const before = this.#typed
    this.#typed = undefined
    return this.#change([...(before ? [{ ...before, text: '' }] : []), { line, start, end, text }])
  }

  /** Types something at the end of a line that has text, behind a blank, and asks for the completions there. What was typed so before goes. */
  completionsBehind(text: string): Promise<lsp.CompletionItem[]> {
    const line = this.#typable[this.#random(this.#typable.length)] ?? 0
    const { length } = this.#lines[line]!
    const typed = { line, start: length, end: length + text.length + 1, text: ` ${text}` }
    const before = this.#typed
    this.#typed = typed
    void this.#change([...(before ? [{ ...before, text: '' }] : []), { ...typed, end: length }])
    return this.completions({ line, character: typed.end })
  }

  /** Asks as VS Code does: it says which findings it knows. */
  async findings(): Promise<lsp.Diagnostic[]> {
    const { resultId } = this.#known
    const report = await this.#connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      ...this.#itself,
      ...(resultId !== undefined && { previousResultId: resultId }),
    })
    if (report.kind === 'full') this.#known = report
    return this.#known.items
  }

  async completions(position: lsp.Position): Promise<lsp.CompletionItem[]> {
    const answer = await this.#connection.sendRequest(lsp.CompletionRequest.type, { ...this.#itself, position })
    return Array.isArray(answer) ? answer : (answer?.items ?? [])
  }

  async outline(): Promise<lsp.DocumentSymbol[]> {
    return ((await this.#connection.sendRequest(lsp.DocumentSymbolRequest.type, this.#itself)) ??
      []) as lsp.DocumentSymbol[]
  }

  async actions(finding: lsp.Diagnostic): Promise<lsp.CodeAction[]> {
    const params = { ...this.#itself, range: finding.range, context: { diagnostics: [finding] } }
    return ((await this.#connection.sendRequest(lsp.CodeActionRequest.type, params)) ?? []) as lsp.CodeAction[]
  }

  resolve(action: lsp.CodeAction): Promise<lsp.CodeAction> {
    return this.#connection.sendRequest(lsp.CodeActionResolveRequest.type, action)
  }

  links(): Promise<unknown> {
    return this.#connection.sendRequest(lsp.DocumentLinkRequest.type, this.#itself)
  }

  definition(position: lsp.Position): Promise<unknown> {
    return this.#connection.sendRequest(lsp.DefinitionRequest.type, { ...this.#itself, position })
  }

  references(position: lsp.Position): Promise<unknown> {
    const context = { includeDeclaration: true }
    return this.#connection.sendRequest(lsp.ReferencesRequest.type, { ...this.#itself, position, context })
  }

  highlights(position: lsp.Position): Promise<unknown> {
    return this.#connection.sendRequest(lsp.DocumentHighlightRequest.type, { ...this.#itself, position })
  }

  hover(position: lsp.Position): Promise<unknown> {
    return this.#connection.sendRequest(lsp.HoverRequest.type, { ...this.#itself, position })
  }

  async find(query: string): Promise<readonly unknown[]> {
    return (await this.#connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query })) ?? []
  }

  lenses(): Promise<unknown> {
    return this.#connection.sendRequest(lsp.CodeLensRequest.type, this.#itself)
  }

  /** Of the whole file: an editor asks for what it shows. */
  hints(): Promise<unknown> {
    const range = { start: { line: 0, character: 0 }, end: { line: this.#lines.length, character: 0 } }
    return this.#connection.sendRequest(lsp.InlayHintRequest.type, { ...this.#itself, range })
  }

  /** Five numbers for each token. */
  async tokens(): Promise<readonly number[]> {
    return (await this.#connection.sendRequest(lsp.SemanticTokensRequest.type, this.#itself))?.data ?? []
  }

  folds(): Promise<unknown> {
    return this.#connection.sendRequest(lsp.FoldingRangeRequest.type, this.#itself)
  }

  selections(positions: lsp.Position[]): Promise<unknown> {
    return this.#connection.sendRequest(lsp.SelectionRangeRequest.type, { ...this.#itself, positions })
  }

  paste(text: string, at: lsp.Position): Promise<unknown> {
    return this.#connection.sendRequest(pasteLinkRequest, { ...this.#itself, range: { start: at, end: at }, text })
  }

  prepareRename(position: lsp.Position): Promise<unknown> {
    return this.#connection.sendRequest(lsp.PrepareRenameRequest.type, { ...this.#itself, position })
  }

  rename(position: lsp.Position, newName: string): Promise<unknown> {
    return this.#connection.sendRequest(lsp.RenameRequest.type, { ...this.#itself, position, newName })
  }

  /** A question that costs the server nothing, because it is about no file. */
  async nothing(): Promise<undefined> {
    await this.#connection.sendRequest(aboutRequest, { uri: 'file:///' })
    return undefined
  }

  /** Edits one after the other, as one keystroke. */
  #change(edits: readonly Edit[]): Promise<void> {
    this.#version += 1
    return this.#connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: this.#takesWhole
        ? [{ text: this.text }]
        : edits.map(({ line, start, end, text }) => ({
            range: { start: { line, character: start }, end: { line, character: end } },
            text,
          })),
    })
  }

  get #itself() {
    return { textDocument: { uri: this.uri } }
  }
}
