import type { Facts, Link } from '../syntax/facts.ts'
import { isShown, linkAround } from '../syntax/link.ts'
import { isLiteral } from '../syntax/literal.ts'
import { letters } from '../text/letters.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import { countUpTo, lastUpTo } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { isNobody } from './nobody.ts'

/** A person of the forge, named in the prose: `@name`. */
export interface Handle {
  /** From the `@` to the name's last letter or digit. */
  readonly span: Span
  /** As it is written, without `@` and without backslashes: it may hold what no forge allows, such as `.`, `_` or `--`. */
  readonly name: string
  /** The link in whose text it stands, such as `[@name](https://github.com/name)`. */
  readonly link: Link | undefined
}

/** A name ends with a letter or digit: what else stands behind it (`.`, `:`, `'s`, emphasis) belongs to the sentence. */
const written = new RegExp(`@(-?[${letters}](?:[${letters}._-]|\\\\_)*)`, 'y')
const inside = new RegExp(`[${letters}]`)
const joined = new RegExp(`[${letters}@=%$#\\\\/+._-]`)
const forgeLetters = /^[A-Za-z0-9._-]+$/
/** No forge allows longer names. */
export const longestName = 64

/**
 * What makes of `@name` something else, directly behind it: a team or a package (`@org/team`), an account elsewhere (`@name@host`,
 * `@name:host.org`), a call (`@name("…`, `@name()`), a bot (`@name[bot]`), a masked word (`@n**e`), a key (`"@name":`).
 */
const elsewhere = new RegExp(
  `/[${letters}*]|@|:[${letters}-]{1,60}\\.[A-Za-zÀ-ɏ]|\\((?:["'\`{[)]|[A-Za-zÀ-ɏ]{1,30}=)|\\[bot\\]|\\*{1,9}[${letters}]|"[ \\t]?:`,
  'y',
)
/** A host: `@lists.harbour.org`. */
const host =
  /\.[^.]*\.|\.(?:com|org|net|de|eu|io|dev|cloud|social|community|info|edu|gov|example|ch|at|fr|nl|uk|be|it|es)$/i

/** The handles of a text, in its order: none that stands in code, HTML, front matter, an address or the destination of a link. */
export function handlesOf(text: string, facts: Facts): Handle[] {
  const handles: Handle[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const span = spanOfName(text, at, handles.at(-1)?.span.end)
    if (!span) continue
    const name = text.slice(at + 1, span.end).replaceAll('\\', '')
    if (!mayBePerson(name) || isLiteral(facts, at)) continue
    const link = linkAround(facts.links, at)
    if (!link || isShown(link, at)) handles.push({ span, name, link })
  }
  return handles
}

/** Those of the handles that begin in a span. */
export function handlesIn(handles: readonly Handle[], { start, end }: Span): readonly Handle[] {
  const startOf = ({ span }: Handle) => span.start
  return handles.slice(countUpTo(handles, start - 1, startOf), countUpTo(handles, end - 1, startOf))
}

/** Whether a handle may begin with the `@` at an offset. `before` are the handles in front of it, or all of the text. */
export function mayBeginHandle(text: string, facts: Facts, at: number, before: readonly Handle[]): boolean {
  const previous = lastUpTo(before, at - 1, ({ span }) => span.start)
  if (!mayBegin(text, at, previous?.span.end) || isLiteral(facts, at)) return false
  const link = linkAround(facts.links, at)
  return !link || isShown(link, at)
}

/** `previous` is where the handle before ends: `@a/@b` and `@a+@b` are two. */
function spanOfName(text: string, at: number, previous: number | undefined): Span | undefined {
  if (!mayBegin(text, at, previous)) return undefined
  const match = matchAt(written, text, at)
  if (!match) return undefined
  let end = endOf(match)
  while (end > at + 1 && !inside.test(text[end - 1]!)) end -= 1
  return end - at > longestName || matchAt(elsewhere, text, end) ? undefined : { start: at, end }
}

/** Whether what stands before the `@` is no part of a longer word: `name@host`, `package@1.2`, `host.org/@name`. */
function mayBegin(text: string, at: number, previous: number | undefined): boolean {
  let before = at - 1
  if (text[before] === '/' || text[before] === '+' || text[before] === '&')
    return before === previous || isOpen(text[before - 1])
  // Emphasis, and a hyphen or stop that belongs to the sentence.
  for (let marks = 0; marks < 4 && /[*_~.-]/.test(text[before] ?? ''); marks += 1) before -= 1
  return before < at - 1 && before + 1 === previous ? true : !joined.test(text[before] ?? '')
}

function isOpen(character: string | undefined): boolean {
  return character === undefined || /[\s(]/.test(character)
}

/** Whether a name behind an `@` is taken for that of a person. */
export function mayBePerson(name: string): boolean {
  return forgeLetters.test(name) && /[A-Za-z]/.test(name) && !isNobody(name) && !host.test(name)
}
