import * as lsp from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import type { Severity } from '../core/settings/schema.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { LineIndex, type LineStarts } from '../core/text/lines.ts'
import type { Span } from '../core/text/span.ts'

/**
 * The dictionary between the core's words and those of LSP. A span holds UTF-16 offsets; so do LSP's positions unless the client and the
 * server agree on something else, which this server does not.
 */
export class Places {
  readonly #lines: LineIndex

  constructor(text: string) {
    this.#lines = new LineIndex(text)
  }

  position(offset: number): lsp.Position {
    return positionIn(this.#lines, offset)
  }

  /** Positions behind the end of a line count as its end, as LSP has it. */
  offset({ line, character }: lsp.Position): number {
    const { start, end } = this.#lines.span(line)
    return Math.min(start + character, end)
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

/** Of a text of which only the lines are known. */
export function rangeIn(lines: LineStarts, { start, end }: Span): lsp.Range {
  return { start: positionIn(lines, start), end: positionIn(lines, end) }
}

/** Of a text of which only the lines are known. */
export function offsetIn(lines: LineStarts, { line, character }: lsp.Position): number {
  return Math.min(lines.start(line) + character, Math.max(lines.start(line), lines.end(line) - 1))
}

function positionIn(lines: LineStarts, offset: number): lsp.Position {
  const line = lines.lineAt(offset)
  return { line, character: offset - lines.start(line) }
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
  const document = URI.parse(uri)
  const folder = URI.parse(root)
  if (document.scheme !== folder.scheme || document.authority !== folder.authority) return undefined
  const [path, home] = [withSmallDrive(document.path), withSmallDrive(folder.path)]
  const prefix = home.endsWith('/') ? home : `${home}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined
}

export function uriOf(root: string, path: string): string {
  return urisIn(root)(path)
}

/** Makes the URIs of many paths of a folder. */
export function urisIn(root: string): (path: string) => string {
  const folder = URI.parse(root)
  return (path) => Utils.joinPath(folder, path).toString()
}
