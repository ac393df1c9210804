const NAME = '[a-z][a-z0-9-]*'
const BLANK = '[ \\t\\r\\n]'
const ATTRIBUTE = `${BLANK}+[a-z_:][\\w.:-]*(?:${BLANK}*=${BLANK}*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`
const TAG = `<(?:${NAME}(?:${ATTRIBUTE})*${BLANK}*/?|/${NAME}${BLANK}*)>`
const BLOCKS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'

/** A single tag, opening or closing, where `lastIndex` says. */
export const tagPattern = new RegExp(TAG, 'iy')

/** What opens an HTML block at the beginning of a line, and what in a line ends it; a blank line if nothing is said. */
const OPENERS: readonly { readonly opener: RegExp; readonly closer?: RegExp }[] = [
  { opener: /^<!--/, closer: /-->/ },
  { opener: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, closer: /<\/(?:script|pre|style|textarea)>/i },
  { opener: /^<\?/, closer: /\?>/ },
  { opener: /^<![a-z]/i, closer: />/ },
  { opener: /^<!\[CDATA\[/, closer: /\]\]>/ },
  { opener: new RegExp(`^</?(?:${BLOCKS})(?:\\s|/?>|$)`, 'i') },
]
const LONE_TAG = new RegExp(`^${TAG}\\s*$`, 'i')
const BLANK_LINE = /^\s*$/

/** The pattern of the line that ends the HTML block which `line` begins. Only some blocks can interrupt a paragraph. */
export function htmlBlockEnd(line: string, interrupts: boolean): RegExp | undefined {
  for (const { opener, closer } of OPENERS) if (opener.test(line)) return closer ?? BLANK_LINE
  return !interrupts && LONE_TAG.test(line) ? BLANK_LINE : undefined
}

/** Terminators of the constructs that start with `<!` and `<?` in running text. */
export function markupEnd(source: string, at: number): string | undefined {
  if (source.startsWith('<!--', at)) return '-->'
  if (source.startsWith('<?', at)) return '?>'
  if (source.startsWith('<![CDATA[', at)) return ']]>'
  return /^<![a-z]/i.test(source.slice(at, at + 3)) ? '>' : undefined
}
