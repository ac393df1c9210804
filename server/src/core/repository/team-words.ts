import { getOrInsert } from '../collections.ts'

/** Titles that are being typed are many; more than these are not worth remembering. */
const mostRemembered = 2000

/** The words of headings and folders' names that tell teams apart. They are asked for again and again of the same few. */
export class TeamWords {
  readonly #known = new Map<string, { readonly words: readonly string[]; readonly key: string }>()

  of(title: string): readonly string[] {
    return this.#read(title).words
  }

  /** What makes two spellings of a heading one: neither order nor case, punctuation, generic words nor a date matter. */
  keyOf(title: string): string {
    return this.#read(title).key
  }

  #read(title: string) {
    if (this.#known.size > mostRemembered) this.#known.clear()
    return getOrInsert(this.#known, title, () => {
      const words = teamWords(title)
      return { words, key: [...words].sort().join(' ') }
    })
  }
}

const genericWords = new Set(
  'team teams sig wg working special interest group squad the and und of for meeting update updates report'.split(' '),
)

function teamWords(title: string): string[] {
  const words = title
    .toLowerCase()
    .replace(/\d{4}-\d\d-\d\d/g, ' ')
    // Standardisation and standardization are one.
    .replaceAll('z', 's')
    .split(/[^\p{L}\p{N}]+/u)
  return [
    ...new Set(
      words.filter((word) => word && !genericWords.has(word)).map((word) => (word === 'ops' ? 'operations' : word)),
    ),
  ]
}

/** Half of all words must be the same. */
export const leastAlike = 0.5

/**
 * How much of their words a heading and a known name share. A heading with a word more than the name is that of another team or of a
 * topic ("Storage costs"), unless most words are the same.
 */
export function alike(heading: readonly string[], name: readonly string[]): number {
  const shared = heading.filter((word) => name.some((other) => sameWord(word, other))).length
  const score = shared / (heading.length + name.length - shared || 1)
  return shared < heading.length && score <= leastAlike ? 0 : score
}

/** `doc` and `documentation` are one word, as are `log` and `logging`. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  // Most pairs end here.
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const stem = short.endsWith('s') ? short.slice(0, -1) : short
  return stem.length >= 3 && long.startsWith(stem)
}
