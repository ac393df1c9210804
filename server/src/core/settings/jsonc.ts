import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { replace, type TextEdit } from '../text/edit.ts'
import { lineEndOf } from '../text/lines.ts'
import type { Span } from '../text/span.ts'

/** JSON with comments and trailing commas, read as far as it can be. */
export interface JsonDocument {
  /** The value of the part that could be read; `undefined` for an empty text. */
  readonly value: unknown
  readonly errors: readonly { readonly span: Span; readonly message: string }[]
  /** The place of a value, or of the key when there is no such value; the whole text when there is neither. */
  spanOf(path: readonly (string | number)[], part?: 'key' | 'value'): Span
}

export function readJson(text: string): JsonDocument {
  const tooDeep = tooDeepAt(text)
  const errors: ParseError[] = []
  const tree = parseTree(text.slice(0, tooDeep), errors, { allowTrailingComma: true, allowEmptyContent: true })
  const told = errors.map(({ offset, length, error }) => ({
    span: inside(text, { start: offset, end: offset + Math.max(length, 1) }),
    message: words(printParseErrorCode(error)),
  }))
  return {
    value: tree && getNodeValue(tree),
    errors: tooDeep === undefined ? told : [{ span: { start: tooDeep, end: tooDeep + 1 }, message: tooDeepMessage }],
    spanOf: (path, part = 'value') => inside(text, spanOf(tree, path, part) ?? { start: 0, end: text.length }),
  }
}

/** The edits that give a member, and the objects around it, a value. Comments and what else is there stay as they are. The text has no errors. */
export function withValue(text: string, path: readonly string[], value: string): TextEdit[] {
  const formattingOptions = { tabSize: 2, insertSpaces: true, eol: lineEndOf(text) }
  return modify(text, [...path], value, { formattingOptions }).map(({ offset, length, content }) =>
    replace({ start: offset, end: offset + length }, content),
  )
}

/** The parser calls itself for each bracket, and the stack is limited; no settings are as deep. */
const deepest = 100
const tooDeepMessage = 'too many brackets are open here'

/** The place of the bracket that is one too many. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  for (;;) {
    scanner.scan()
    // The length says nothing of the end: behind a comment that is not closed, it never becomes 0.
    if (scanner.getTokenOffset() >= text.length) return undefined
    const first = text[scanner.getTokenOffset()]!
    if ('{['.includes(first)) depth += 1
    else if ('}]'.includes(first)) depth -= 1
    if (depth > deepest) return scanner.getTokenOffset()
  }
}

function spanOf(tree: Node | undefined, path: readonly (string | number)[], part: 'key' | 'value'): Span | undefined {
  const node = tree && findNodeAtLocation(tree, [...path])
  const shown = part === 'key' && node?.parent?.type === 'property' ? node.parent.children?.[0] : node
  if (shown) return { start: shown.offset, end: shown.offset + shown.length }
  return path.length ? spanOf(tree, path.slice(0, -1), part) : undefined
}

/** The parser lets what is not closed end behind the text, or begin there. */
function inside({ length }: string, { start, end }: Span): Span {
  return { start: Math.min(start, length), end: Math.min(end, length) }
}

/** What the codes of jsonc-parser mean to the reader of a finding. */
const meanings: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  PropertyNameExpected: 'a name in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the settings have ended before this',
  InvalidSymbol: 'texts stand in double quotes',
  UnexpectedEndOfString: 'the double quotes are not closed',
  UnexpectedEndOfComment: 'the comment is not closed',
}

/** `InvalidNumberFormat`, of which there is no more to say, becomes `invalid number format`. */
function words(code: string): string {
  return meanings[code] ?? code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
