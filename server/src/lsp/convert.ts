import * as lsp from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI, Utils } from 'vscode-uri'
import type { Severity } from '../core/settings/schema.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { LineIndex, type Lines } from '../core/text/lines.ts'
import type { Span } from '../core/text/span.ts'
import { type Encoding, type Units, unitsOf } from './units.ts'

/**
 * The dictionary between the core's words and those of LSP. A span holds UTF-16 offsets; a position of LSP holds what the client and the
 * server have agreed on.
 */
export class Places {
  readonly #lines: LineIndex
  readonly #units: Units

  constructor(text: string, encoding: Encoding) {
    this.#lines = new LineIndex(text)
    this.#units = unitsOf(text, encoding)
  }

  position(offset: number): lsp.Position {
    return positionIn(this.#lines, offset, this.#units)
  }

  /** Positions behind the end of a line count as its end, as LSP has it. */
  offset({ line, character }: lsp.Position): number {
    const { start, end } = this.#lines.span(line)
    return Math.min(behind(start, character, this.#units), end)
  }

  range({ start, end }: Span): lsp.Range {
    return { start: this.position(start), end: this.position(end) }
  }

  /** The lines of a span, for clients that fold whole lines. */
  lines(span: Span): lsp.FoldingRange {
    const { start, end } = this.range(span)
    return { startLine: start.line, endLine: end.line }
  }

  /** A span without the rest of its first line, which is shown when the span is folded. */
  behindFirstLine({ start, end }: Span): lsp.FoldingRange {
    const firstEnd = this.#lines.span(this.#lines.lineAt(start)).end
    const { start: from, end: to } = this.range({ start: firstEnd, end })
    return { startLine: from.line, startCharacter: from.character, endLine: to.line, endCharacter: to.character }
  }

  span({ start, end }: lsp.Range): Span {
    return { start: this.offset(start), end: this.offset(end) }
  }

  textEdit({ span, newText }: TextEdit): lsp.TextEdit {
    return { range: this.range(span), newText }
  }

  /** Tokens as LSP counts them, each from the one before. They are in their order; those that go on in a further line are left out. */
  semanticTokens(tokens: readonly TokenCode[]): lsp.SemanticTokens {
    const builder = new lsp.SemanticTokensBuilder()
    for (const { span, type, modifiers } of tokens) {
      const { start, end } = this.range(span)
      if (start.line === end.line) {
        builder.push(start.line, start.character, end.character - start.character, type, modifiers)
      }
    }
    return builder.build()
  }
}

/** A span of a token, with the numbers of its type and of its modifiers. */
export interface TokenCode {
  readonly span: Span
  readonly type: number
  readonly modifiers: number
}

/** Of a text of which only the lines and the units are known. */
export function rangeIn(lines: Lines, { start, end }: Span, units: Units): lsp.Range {
  return { start: positionIn(lines, start, units), end: positionIn(lines, end, units) }
}

/** Of a text of which only the lines and the units are known. */
export function offsetIn(lines: Lines, { line, character }: lsp.Position, units: Units): number {
  const start = lines.start(line)
  return Math.min(behind(start, character, units), Math.max(start, lines.end(line) - 1))
}

function positionIn(lines: Lines, offset: number, units: Units): lsp.Position {
  const line = lines.lineAt(offset)
  return { line, character: units.before(offset) - units.before(lines.start(line)) }
}

function behind(start: number, count: number, units: Units): number {
  return units.offset(units.before(start) + count)
}

/** The documents of a client, which are changed by its positions. Each change counts in the text that those before it have left. */
export function documentsIn(encoding: Encoding): lsp.TextDocumentsConfiguration<TextDocument> {
  if (encoding === 'utf-16') return TextDocument
  return {
    create: TextDocument.create,
    update: (document, changes, version) =>
      changes.reduce(
        (document, change) => TextDocument.update(document, [inUtf16(change, document, encoding)], version),
        document,
      ),
  }
}

function inUtf16(
  change: lsp.TextDocumentContentChangeEvent,
  document: TextDocument,
  encoding: Encoding,
): lsp.TextDocumentContentChangeEvent {
  if (!lsp.TextDocumentContentChangeEvent.isIncremental(change)) return change
  const counted = ({ line, character }: lsp.Position): lsp.Position => {
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    return { line, character: unitsOf(text, encoding).offset(character) }
  }
  return { text: change.text, range: { start: counted(change.range.start), end: counted(change.range.end) } }
}

const severities: Record<Severity, lsp.DiagnosticSeverity> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
}

export function toSeverity(severity: Severity): lsp.DiagnosticSeverity {
  return severities[severity]
}

/** The URI of a place, by which editors open its line. */
export function openingUri({ uri, range }: lsp.Location): string {
  return `${uri}#L${range.start.line + 1}`
}

/** A file as a whole, as far as LSP can name it: by its start. */
export function startOf(uri: string): lsp.Location {
  const start = { line: 0, character: 0 }
  return { uri, range: { start, end: start } }
}

/** The one way of writing the URI of a folder, which clients write in several: no slash at its end but that of a file system's root. */
export function rootOf(uri: string): string {
  const folder = URI.parse(uri)
  return folder.with({ path: folder.path.replace(/(?<!\/)\/+$/, '') || '/' }).toString()
}

/** The URI of a folder that is named by its path on the disk. */
export function rootOfPath(path: string): string {
  return URI.file(path).toString()
}

/** What a folder is called: by its path, else by the file system whose root it is. */
export function folderNameOf(root: string): string {
  const { scheme, authority, path } = URI.parse(root)
  return path.slice(path.lastIndexOf('/') + 1) || authority || scheme
}

/** Windows' drives have one letter, which clients write large or small. */
function withSmallDrive(path: string): string {
  return path.replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase())
}

/** The path of a document relative to a folder, with `/`; `undefined` when it stands elsewhere. */
export function pathOf(uri: string, root: string): string | undefined {
  const document = parsed(uri)
  const folder = URI.parse(root)
  if (!document || document.scheme !== folder.scheme || document.authority !== folder.authority) return undefined
  const [path, home] = [withSmallDrive(document.path), withSmallDrive(folder.path)]
  const prefix = home.endsWith('/') ? home : `${home}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

/** Of what a client sends in place of a URI, nothing can be said. */
function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri)
  } catch {
    return undefined
  }
}

export function uriOf(root: string, path: string): string {
  return urisIn(root)(path)
}

/** Makes the URIs of many paths of a folder. */
export function urisIn(root: string): (path: string) => string {
  const folder = URI.parse(root)
  return (path) => Utils.joinPath(folder, path).toString()
}
