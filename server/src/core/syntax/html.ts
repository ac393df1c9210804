const NAME = '[a-z][a-z0-9-]*'
const VALUE = `(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*")`
const TAG = `<(?:${NAME}(?:\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*${VALUE})?)*\\s*/?|/${NAME}\\s*)>`
const BLOCKS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'

const COMMENT = /^<!--/
const VERBATIM = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i
const BLOCK = new RegExp(`^</?(?:${BLOCKS})(?:\\s|/?>|$)`, 'i')
const LONE_TAG = new RegExp(`^${TAG}$`, 'i')

/**
 * A single tag, opening or closing, or a comment, where `lastIndex` says. A comment in running text is no longer than
 * this, because one that does not end would else be looked for again and again.
 */
export const tagPattern = new RegExp(`${TAG}|<!--[^]{0,999}?-->`, 'iy')

/** What ends the HTML block which `line` begins. Some blocks cannot interrupt a paragraph. */
export function htmlEnd(line: string, interrupts: boolean): RegExp | undefined {
  if (COMMENT.test(line)) return /-->/
  if (VERBATIM.test(line)) return /<\/(?:script|pre|style|textarea)>/i
  return BLOCK.test(line) || (!interrupts && LONE_TAG.test(line)) ? /^$/ : undefined
}
