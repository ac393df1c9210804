import { distance } from 'fastest-levenshtein'
import { summaryActionName } from './action-name.ts'
import type { SummaryAction } from './action-summary.ts'

/** An action as it is compared with others. */
export interface ActionWords {
  /** Those who promised it, in small letters. */
  readonly owners: readonly string[]
  /** What is to be done, word by word, in small letters and without the words that say little. */
  readonly words: readonly string[]
}

/** What a person is called in comparisons: handles that mean one person have one key. */
export type KeyOf = (handle: string) => string

export function actionWords(action: SummaryAction, keyOf: KeyOf): ActionWords {
  const owners = action.owners.length ? action.owners.map(keyOf) : action.name ? [action.name.toLowerCase()] : []
  return { owners, words: wordsIn(summaryActionName(action)) }
}

/**
 * Which actions of later minutes are retyped from earlier ones: pairs of their places in the two lists. People add to what they retype
 * ("extend the page" becomes "extend the page about ropes"), drop a word, mistype one. Each action has one counterpart at the most, the
 * likest.
 */
export function retypedActions(
  earlier: readonly ActionWords[],
  later: readonly ActionWords[],
): { readonly earlier: number; readonly later: number }[] {
  const pairs = later.flatMap((action, to) =>
    earlier.flatMap((known, from) => {
      const likeness = likenessOf(known, action)
      return likeness > 0 ? [{ earlier: from, later: to, likeness }] : []
    }),
  )
  const taken = { earlier: new Set<number>(), later: new Set<number>() }
  // Of several that are equally like, the last one was promised last.
  return pairs
    .sort((a, b) => b.likeness - a.likeness || b.earlier - a.earlier || a.later - b.later)
    .filter((pair) => {
      if (taken.earlier.has(pair.earlier) || taken.later.has(pair.later)) return false
      taken.earlier.add(pair.earlier)
      taken.later.add(pair.later)
      return true
    })
}

/** Fewer words are not known again when others stand beside them: "write the page" is said every week. */
const fewestWords = 3
/**
 * So many of the words of the shorter action are those of the other, in their order. Where one of few words is another, it is the one that
 * matters: "the northern pier" and "the southern pier".
 */
const mostWords = 0.85
/** Of two texts, so large a share of the letters may differ, however they are parted into words. */
const mostSlips = 0.05

/** From 0, for two that are not the same, to 2. */
function likenessOf(earlier: ActionWords, later: ActionWords): number {
  const shared = sharedOwners(earlier.owners, later.owners)
  if (shared === undefined) return 0
  const words = likenessOfWords(earlier.words, later.words)
  // Whoever takes over what nobody owned retypes it as it was.
  return words === 0 || (shared === 0 && words < 1) ? 0 : words + shared
}

/** How many of the owners are the same, from 0 to 1; `undefined` when others promised it. Nobody may become somebody. */
function sharedOwners(earlier: readonly string[], later: readonly string[]): number | undefined {
  if (!earlier.length && !later.length) return 1
  if (!earlier.length || !later.length) return 0
  const both = earlier.filter((owner) => later.includes(owner)).length
  return both ? both / Math.max(earlier.length, later.length) : undefined
}

function likenessOfWords(earlier: readonly string[], later: readonly string[]): number {
  if (!earlier.length || !later.length) return 0
  const [a, b] = [earlier.join(''), later.join('')]
  if (a === b) return 1
  if (differInNumbers(earlier, later)) return 0
  const bound = Math.floor(Math.min(a.length, b.length) * mostSlips)
  if (Math.abs(a.length - b.length) <= bound && distance(a, b) <= bound) return 1
  const [few, many] = earlier.length <= later.length ? [earlier, later] : [later, earlier]
  if (few.length < fewestWords) return 0
  const named = few.filter((word) => !standIns.has(word))
  const common = commonWords(named, many)
  if (named.length < 2 || common < named.length * mostWords) return 0
  return (2 * common) / (named.length + many.length)
}

/** "Test version 5" and "test version 6" are two actions, in whatever else they agree. */
function differInNumbers(earlier: readonly string[], later: readonly string[]): boolean {
  const missing = (these: readonly string[], those: readonly string[]) =>
    these.some((word) => /[0-9]/.test(word) && !those.includes(word))
  return missing(earlier, later) && missing(later, earlier)
}

/** How many words two lists have in common, in their order. */
function commonWords(some: readonly string[], others: readonly string[]): number {
  let row = new Uint8Array(others.length + 1)
  for (const word of some) {
    const next = new Uint8Array(others.length + 1)
    for (const [at, other] of others.entries()) {
      next[at + 1] = isSameWord(word, other) ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)
    }
    row = next
  }
  return row[others.length]!
}

const longWord = 5
const longerWord = 9

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < longWord || Math.abs(a.length - b.length) > 2 || /[0-9]/.test(a + b)) return false
  return distance(a, b) <= (shorter < longerWord ? 1 : 2)
}

/** More words do not tell actions apart, and comparing them takes time. */
const mostComparedWords = 40

function wordsIn(text: string): string[] {
  const words = withoutState(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const telling = (words ?? []).filter((word) => !little.has(word))
  return telling.slice(0, mostComparedWords)
}

const state =
  /[ \t–—,;:-]{0,4}(?:[([](?:still )?(?:open|pending|in progress|offen|wip)[)\]]|[–—-][ \t](?:still )?(?:open|pending|offen))[. ]{0,2}$/i

/** How long the remark at the end of an action is that says that it is open; 0 where there is none. */
export function stateAtEnd(text: string): number {
  return state.exec(text)?.[0].length ?? 0
}

/** What is to be done, without the remark on how far it is that people write behind it. */
export function withoutState(text: string): string {
  return text.slice(0, text.length - stateAtEnd(text))
}

const little = new Set(
  'the a an of to for in on at and or with by from is are be will should der die das den dem und oder für mit zu zum zur im am von ein eine einen'.split(
    ' ',
  ),
)
/** What stands for something that was spoken of: minutes that carry an action say what. */
const standIns = new Set(['this', 'that', 'it', 'them', 'these', 'those', 'dies', 'es'])
