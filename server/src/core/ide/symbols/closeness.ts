/** How closely a name fits what is typed: more is closer. */
export const closeness = {
  none: 0,
  /** All characters stand in it, in their order; the digits of a number next to each other. */
  scattered: 1,
  /** It stands in the middle of a word. */
  inside: 2,
  /** A word begins with it. */
  word: 3,
  /** The name begins with it. */
  prefix: 4,
  exact: 5,
} as const

/** Something that is typed, as it is compared with names. */
export interface Typed {
  /** Folded. */
  readonly text: string
  /** What `lettersOf` says of it. */
  readonly letters: number
  /** Of a number or a part of a date the digits: a name has them next to each other, but for hyphens. */
  readonly digits: string | undefined
}

export function typedOf(text: string): Typed {
  const digits = /^[0-9-]+$/.test(text) ? text.replaceAll('-', '') : undefined
  return { text, letters: lettersOf(text), digits }
}

/** The name is folded. Nothing fits what has no name, and nothing typed fits every name. */
export function closenessOf(name: string, { text, digits }: Typed): number {
  if (!name) return closeness.none
  const first = name.indexOf(text)
  if (first < 0) {
    const fits = digits === undefined ? isScattered(name, text) : name.replaceAll('-', '').includes(digits)
    return fits ? closeness.scattered : closeness.none
  }
  if (first === 0) return name.length === text.length ? closeness.exact : closeness.prefix
  for (let at = first; at >= 0; at = name.indexOf(text, at + 1)) {
    if (!isOfWord(name.charCodeAt(at - 1))) return closeness.word
  }
  return closeness.inside
}

/** A name or what is typed, without capitals and accents. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  return isPlain(small) ? small : small.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** The letters and digits of a folded text, as bits: a name that fits has all those of what is typed. */
export function lettersOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= letterA && code <= letterZ) bits |= 1 << (code - letterA)
    else if (code >= digit0 && code <= digit9) bits |= 1 << (letters + (code % digits))
  }
  return bits
}

const letterA = 97
const letterZ = 122
const digit0 = 48
const digit9 = 57
const letters = 26
/** So many bits are left for the ten digits. */
const digits = 6

function isScattered(name: string, typed: string): boolean {
  let at = -1
  for (let next = 0; next < typed.length; next += 1) {
    at = name.indexOf(typed[next]!, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Whether a character is no mark or blank between words. */
function isOfWord(code: number): boolean {
  return (code >= letterA && code <= letterZ) || (code >= digit0 && code <= digit9) || code > lastAscii
}

const lastAscii = 127

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > lastAscii) return false
  return true
}
