import { distance } from 'fastest-levenshtein'
import { printable } from './printable.ts'

/** The name that another one is a slip of, or a part of, in whatever case; `undefined` when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const small = name.toLowerCase()
  const [best] = known
    .map((other) => ({ other, far: small.length > 3 && other.includes(small) ? 0 : distance(small, other) }))
    .filter(({ far, other }) => far <= other.length / 3)
    .sort((a, b) => a.far - b.far)
  return best?.other
}

/** What to say behind "There is no …": the name that was probably meant, or else all that there are. */
export function meantName(name: string, known: readonly string[], all: string): string {
  const near = nearestName(name, known)
  return near === undefined ? all : `Did you mean ${printable(near)}?`
}
