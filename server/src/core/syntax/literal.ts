import * as char from './chars.ts'

const LOWER_P = 112
const LOWER_S = 115
const LOWER_W = 119

/** Where the URL begins whose `://` or first dot stands at `at`: a literal link of GFM. -1 if there is none. */
export function literalStart(source: string, at: number, from: number): number {
  const before = at > from ? source.charCodeAt(at - 1) | 32 : 0
  if (source.charCodeAt(at) === char.DOT) return before === LOWER_W && endsWith(source, at, from, 'www') ? at - 3 : -1
  if (before !== LOWER_P && before !== LOWER_S) return -1
  if (!source.startsWith('//', at + 1)) return -1
  if (endsWith(source, at, from, 'http')) return at - 4
  return endsWith(source, at, from, 'https') ? at - 5 : -1
}

function endsWith(source: string, at: number, from: number, word: string): boolean {
  return at - word.length >= from && source.slice(at - word.length, at).toLowerCase() === word
}

/**
 * The end of the literal URL that starts at `start`, or -1, as GFM's grammar says.
 * Punctuation at the end is not part of it, but a `)` is whose `(` stands in the URL.
 */
export function literalEnd(source: string, start: number, from: number, to: number): number {
  const www = source.charCodeAt(start) !== 104 && source.charCodeAt(start) !== 72
  if (start > from && !mayPrecede(source.charCodeAt(start - 1), www)) return -1
  const host = www ? start : source.indexOf('/', start) + 2
  if (www ? start + 4 >= to : host >= to || isBoundary(source.charCodeAt(host))) return -1
  const end = urlEnd(source, host, to)
  return end > (www ? start + 4 : host) && isHost(source, host, end) ? end : -1
}

function mayPrecede(code: number, www: boolean): boolean {
  return www ? char.isSpace(code) || '(*_[]~'.includes(String.fromCharCode(code)) : !char.isLetter(code)
}

function isBoundary(code: number): boolean {
  return code < 32 || code === 127 || char.isWhite(code) || char.isPunctuation(code)
}

/** Underscores may stand in neither of the last two parts of a host's name. */
function isHost(source: string, start: number, end: number): boolean {
  let last = false
  let secondLast = false
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === char.UNDERSCORE) last = true
    else if (code === char.DOT) {
      secondLast = last
      last = false
    } else if (code !== char.DASH && isBoundary(code)) break
  }
  return !last && !secondLast
}

function urlEnd(source: string, start: number, to: number): number {
  let trail = -1
  let depth = 0
  let at = start
  while (at < to) {
    const code = source.charCodeAt(at)
    if (code === char.LESS || char.isWhite(code) || (code === char.CLOSE_BRACKET && endsBracket(source, at + 1, to)))
      break
    const size = trailSize(source, at, code)
    if (size === 0) trail = -1
    else if (trail < 0) trail = at
    if (code === char.OPEN_PAREN) depth++
    at += size || 1
  }
  if (trail < 0) return at
  depth -= countClosing(source, start, trail)
  while (depth-- > 0 && trail < at && source.charCodeAt(trail) === char.CLOSE_PAREN) trail++
  return trail
}

/** How many characters from `at` on are punctuation if the URL ends behind them: one, a whole `&name;`, or none. */
function trailSize(source: string, at: number, code: number): number {
  if (code !== char.AMPERSAND)
    return char.isLetter(code) || char.isDigit(code) || !'!"\')*,.:;?]_~'.includes(source[at]!) ? 0 : 1
  let end = at + 1
  while (char.isLetter(source.charCodeAt(end))) end++
  return end > at + 1 && source[end] === ';' ? end + 1 - at : 0
}

function endsBracket(source: string, at: number, to: number): boolean {
  const code = source.charCodeAt(at)
  return at >= to || code === char.OPEN_PAREN || code === char.OPEN_BRACKET || char.isWhite(code)
}

function countClosing(source: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (source.charCodeAt(at) === char.CLOSE_PAREN) count++
  return count
}
