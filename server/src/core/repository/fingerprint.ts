import { isWhiteSpace } from '../text/white-space.ts'

const space = 32
const lineFeed = 10

/** What tells texts apart without holding them. */
export interface Fingerprint {
  /** Equal for two texts that differ in white space alone. */
  readonly fingerprint: string
  /** Practically equal only for two texts that are the same, to the last comment. */
  readonly exact: number
  /** How many lines of the text are not blank. */
  readonly fullLines: number
}

/**
 * FNV-1a over the UTF-16 units in two lanes, a run of white space counting as one blank: enough to find candidates among a repository's
 * texts. A third lane counts all of them as they are. Every keystroke asks for it, so words are read in a loop that does nothing else.
 */
export function fingerprintOf(text: string): Fingerprint {
  let low = seed
  let high = otherSeed
  let exact = seed
  let length = 0
  let fullLines = 0
  let lineIsFull = false
  for (let at = 0; at < text.length; ) {
    const blanks = at
    for (; at < text.length && isWhiteSpace(text.charCodeAt(at)); at += 1) {
      const code = text.charCodeAt(at)
      exact = Math.imul(exact ^ code, prime)
      if (code === lineFeed) lineIsFull = false
    }
    if (at === text.length) break
    if (!lineIsFull) fullLines += 1
    lineIsFull = true
    if (length && at > blanks) {
      low = Math.imul(low ^ space, prime)
      high = Math.imul(high ^ space, otherPrime)
    }
    const word = at
    for (; at < text.length && !isWhiteSpace(text.charCodeAt(at)); at += 1) {
      const code = text.charCodeAt(at)
      exact = Math.imul(exact ^ code, prime)
      low = Math.imul(low ^ code, prime)
      high = Math.imul(high ^ code, otherPrime)
    }
    length += at - word
  }
  return {
    fingerprint: `${length}:${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`,
    exact: text.length * lanes + (exact >>> 0),
    fullLines,
  }
}

// Whole numbers of 32 bits with their sign: V8 gives up fast code again and again where a larger one is among them.
const seed = 0x811c9dc5 | 0
const otherSeed = 0x1b873593
const prime = 0x01000193
const otherPrime = 0x85ebca6b | 0
/** As many as a lane has values: together with the length of any text they are a whole number still. */
const lanes = 2 ** 32
