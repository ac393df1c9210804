import { type Span, slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'
import type { Handle } from './handle.ts'

/** Somebody who is named. */
export interface Person {
  /** The handle with its `@`, or the plain name. */
  readonly span: Span
  /** The handle without `@`, or the plain name. */
  readonly name: string
  readonly isHandle: boolean
}

const longestNames = 120
const name = /^(?:(?:Dr|Prof|Mr|Ms|Mrs)\. )?\p{Lu}[\p{L}'’-]{0,30}\.?(?: \p{L}[\p{L}'’-]{0,30}\.?){0,3}$/u
/** Words that stand where a name is expected, and name nobody. */
const nobody =
  /^(?:none|nobody|no one|noone|tb[ad]|n\/a|open|volunteers?|everyone|everybody|all|missing|yes|no|who|various|keiner?|niemand|offen|alle|rotat\w+|online|remote)\b/i

export function personOf({ span, name }: Handle): Person {
  return { span, name, isHandle: true }
}

/** The plain names in a piece of a line that holds names and nothing else, parted by commas, "and" or "&"; else none. */
export function namesIn(text: string, within: Span): Person[] {
  if (within.end - within.start > longestNames) return []
  const people: Person[] = []
  let start = within.start
  for (const part of slice(text, within).split(/(,|;|&|\+|\/|(?<= )(?:and|und)(?= ))/)) {
    const span = trimStart(text, trimEnd(text, { start, end: start + part.length }, /[\s*_.]/), /[\s*_]/)
    start += part.length
    if (/^(?:[,;&+/]|and|und)$/.test(part)) continue
    const written = slice(text, span)
    if (!name.test(written) || nobody.test(written)) return []
    people.push({ span, name: written, isHandle: false })
  }
  return people
}
