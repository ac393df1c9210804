/** The character codes that Markdown gives a meaning, and the classes that it sorts characters into. */
export const TAB = 9
export const LINE_FEED = 10
export const RETURN = 13
export const SPACE = 32
export const BANG = 33
export const QUOTE = 34
export const HASH = 35
export const AMPERSAND = 38
export const APOSTROPHE = 39
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const STAR = 42
export const PLUS = 43
export const DASH = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const CARET = 94
export const UNDERSCORE = 95
export const BACKTICK = 96
export const PIPE = 124
export const TILDE = 126
export const BYTE_ORDER_MARK = 0xfeff

const PUNCTUATION = /[\p{P}\p{S}]/u
const WHITE = /\s/

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** White space as Markdown's grammar means it: a no-break space is none. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === RETURN
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

/** What a backslash takes the meaning from: punctuation, and a line end, which it makes a hard break. */
export function isEscapable(code: number): boolean {
  return isAsciiPunctuation(code) || code === LINE_FEED || code === RETURN
}

/** Punctuation and symbols of all scripts. An emoji outside of the basic plane is two codes, and neither of them. */
export function isPunctuation(code: number): boolean {
  return code < 128 ? isAsciiPunctuation(code) : PUNCTUATION.test(String.fromCharCode(code))
}

/** White space of all scripts. */
export function isWhite(code: number): boolean {
  return code < 128 ? isSpace(code) || code === 12 : WHITE.test(String.fromCharCode(code))
}

/** How many times the character at `at` is repeated from there on. */
export function runLength(source: string, at: number, to: number): number {
  const code = source.charCodeAt(at)
  let end = at + 1
  while (end < to && source.charCodeAt(end) === code) end++
  return end - at
}

/** The first offset from `at` on that is not white space, or `to`. */
export function skipSpace(source: string, at: number, to: number): number {
  let next = at
  while (next < to && isSpace(source.charCodeAt(next))) next++
  return next
}
