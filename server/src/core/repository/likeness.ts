import { distance } from 'fastest-levenshtein'

/** A handle as it is compared with others. */
export interface Spelling {
  /** Small letters and digits alone: hyphens, dots and underscores are the first thing that people forget. */
  readonly letters: string
  /** The letters without the digits. */
  readonly word: string
  /** The pieces between hyphens, dots and underscores. */
  readonly pieces: readonly string[]
  /** The letters in the order of the alphabet. */
  readonly sorted: string
  /** A bit for each letter that occurs; digits share theirs. */
  readonly mask: number
}

/**
 * How a handle looks like another one, mistyped; the likelier a mistake, the earlier.
 *
 * | likeness | |
 * | --- | --- |
 * | `same` | the same letters with other hyphens, or the letters of a long name in another order |
 * | `near` | a slip of one key, or of two in a long name |
 * | `turned` | the letters of a short name in another order, or the last two of a name left out |
 * | `short` | a slip of one key in a short name |
 * | `longer` | the other name with something added |
 */
export type Likeness = 'same' | 'near' | 'turned' | 'short' | 'longer'

const shortestName = 3
const middlingName = 6
const longName = 8
const veryLongName = 12

export function spellingOf(name: string): Spelling {
  const pieces = name.toLowerCase().split(/[^a-z0-9]+/)
  const letters = pieces.join('')
  let mask = 0
  for (const letter of letters) mask |= bitOf(letter.charCodeAt(0))
  return { letters, word: letters.replace(/[0-9]/g, ''), pieces, sorted: sortedLetters(letters), mask }
}

/** How `rare` looks like `known` mistyped; `undefined` when it does not. */
export function likenessOf(rare: Spelling, known: Spelling): Likeness | undefined {
  const [a, b] = [rare.letters, known.letters]
  const added = a.length - b.length
  // Most pairs end here.
  if (added < -3 || added > b.length) return undefined
  const missing = bitCount(known.mask & ~rare.mask)
  if (missing > 3) return undefined
  if (a === b) return 'same'
  if (rare.sorted === known.sorted) return likenessOfTurned(a.length)
  if (rare.word === known.word) return added > 0 && a.startsWith(b) ? longerThan(b) : undefined
  if (differsInAnInitial(rare, known)) return undefined
  return likenessOfSlips(a, b) ?? (missing === 0 && added > 0 && holds(a, b) ? longerThan(b) : undefined)
}

function likenessOfTurned(length: number): Likeness | undefined {
  if (length >= longName) return 'same'
  if (length >= middlingName) return 'near'
  return length > shortestName ? 'turned' : undefined
}

function likenessOfSlips(a: string, b: string): Likeness | undefined {
  const slips = slipsBetween(a, b)
  const shorter = Math.min(a.length, b.length)
  if (slips === 1) return shorter >= middlingName ? 'near' : shorter >= shortestName ? 'short' : undefined
  if (slips === 2 && shorter >= longName) return 'near'
  if (slips === 2 && shorter >= middlingName && b.startsWith(a)) return 'turned'
  return slips === 3 && shorter >= veryLongName ? 'near' : undefined
}

function longerThan(name: string): Likeness | undefined {
  return name.length > shortestName ? 'longer' : undefined
}

/** `jmiller` and `tmiller`, `anna-k` and `anna-m` are two people: a name's first letter is rarely mistyped. */
function differsInAnInitial(rare: Spelling, known: Spelling): boolean {
  const [a, b] = [rare.letters, known.letters]
  if (a.length === b.length && a[0] !== b[0] && a.length < veryLongName) return true
  if (rare.pieces.length !== known.pieces.length || rare.pieces.length < 2) return false
  const different = rare.pieces.findIndex((piece, at) => piece !== known.pieces[at])
  return Math.max(rare.pieces[different]!.length, known.pieces[different]!.length) <= 2
}

/** How many keys were hit wrong, left out, hit too often, or hit in the wrong order (that is one slip, not two). */
function slipsBetween(a: string, b: string): number {
  const changes = distance(a, b)
  return changes === 2 && isSwap(a, b) ? 1 : changes
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Whether all letters of a name stand in a longer one, in their order. */
function holds(longer: string, name: string): boolean {
  let at = 0
  for (const letter of longer) if (letter === name[at]) at += 1
  return at === name.length
}

function sortedLetters(letters: string): string {
  return [...letters].sort().join('')
}

function bitOf(code: number): number {
  return code < 97 ? 1 : 1 << (code - 96)
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count += 1
  return count
}
