import type { Person } from '../../repository/person.ts'

/** How well what has been typed fits a person: the lower the better. */
export interface Match {
  readonly distance: 0 | 1 | 2 | 3
  /** The part of the handle, an alias or the name that begins with what has been typed, in small letters. */
  readonly part: string
}

/**
 * | distance | `be` fits |
 * | --- | --- |
 * | 0 | a handle, an alias or a name that begins with it: `@berg-ines`, "Berit" |
 * | 1 | a later word of them: `@ines-berg`, "Ines Berg" |
 * | 2 | the middle of a word: `@gilbert` |
 * | 3 | the same letters with others between them, from the first one on: `@bo-ebert` |
 *
 * A single letter is in the middle of too many words. `typed` is in small letters. The result is `undefined` where nothing fits.
 */
export function matchOf({ key, aliases, name }: Person, typed: string): Match | undefined {
  if (key.startsWith(typed)) return { distance: 0, part: key }
  // Most people are neither configured nor what is looked for.
  if (name === undefined && !aliases.length) return laterMatch(key, typed) ?? looseMatch(key, typed)
  const terms = [key, ...aliases, ...(name === undefined ? [] : [name.toLowerCase()])]
  const whole = terms.find((term) => term.startsWith(typed))
  if (whole !== undefined) return { distance: 0, part: whole }
  const later = terms.flatMap((term) => laterMatch(term, typed) ?? [])
  return later.sort((a, b) => a.distance - b.distance)[0] ?? looseMatch(key, typed)
}

function laterMatch(term: string, typed: string): Match | undefined {
  const inside = term.indexOf(typed)
  if (inside < 0) return undefined
  for (let at = inside; at >= 0; at = term.indexOf(typed, at + 1)) {
    if (/[-._ ]/.test(term[at - 1] ?? '')) return { distance: 1, part: term.slice(at) }
  }
  return typed.length > 1 ? { distance: 2, part: term.slice(inside) } : undefined
}

function looseMatch(key: string, typed: string): Match | undefined {
  if (key[0] !== typed[0]) return undefined
  let at = 0
  for (const letter of typed) {
    at = key.indexOf(letter, at) + 1
    if (at === 0) return undefined
  }
  return { distance: 3, part: key }
}
