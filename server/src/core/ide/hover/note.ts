import type { Span } from '../../text/span.ts'

/** A few lines about what stands at a place. */
export interface Note {
  readonly span: Span
  readonly lines: readonly NoteLine[]
}

/** What a line is made of: text as it is to be read, stressed or not, or a file that can be opened. */
export type Piece = string | { readonly strong: string } | { readonly text: string; readonly path: string }

export interface NoteLine {
  readonly kind: 'text' | 'item' | 'quote'
  readonly pieces: readonly Piece[]
}

/** More lines hide the text that one reads. */
export const mostLines = 12

export function line(...pieces: Piece[]): NoteLine {
  return { kind: 'text', pieces }
}

export function item(...pieces: Piece[]): NoteLine {
  return { kind: 'item', pieces }
}

export function quote(...pieces: Piece[]): NoteLine {
  return { kind: 'quote', pieces }
}

export function plainText(lines: readonly NoteLine[]): string {
  const marks = { text: '', item: '- ', quote: '> ' }
  return lines.map(({ kind, pieces }) => marks[kind] + pieces.map(textOf).join('')).join('\n')
}

/** `uriOf` makes the URI of a file. */
export function markdown(lines: readonly NoteLine[], uriOf: (path: string) => string): string {
  const drawn = lines.map(({ kind, pieces }, at) => {
    const text = pieces.map((piece) => markdownOf(piece, uriOf)).join('')
    const next = lines[at + 1]?.kind
    if (kind === 'item') return `- ${text}${next === 'item' ? '' : '\n'}`
    if (kind === 'quote') return `> ${text}${next === 'quote' ? '  ' : '\n'}`
    return `${text}${next === 'text' ? '  ' : '\n'}`
  })
  return drawn.join('\n').trimEnd()
}

function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.text
}

function markdownOf(piece: Piece, uriOf: (path: string) => string): string {
  const text = escaped(textOf(piece))
  if (typeof piece === 'string') return text
  if ('strong' in piece) return `**${text}**`
  return `[${text}](${uriOf(piece.path).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))})`
}

/** What stands in minutes is shown as it is, whatever Markdown would make of it. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#!|&~$]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^([0-9]{1,9})([.)])/, '$1\\$2')
}
