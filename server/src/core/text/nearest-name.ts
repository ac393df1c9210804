import { distance } from 'fastest-levenshtein'

/** The name that another one is a slip of, or a part of, in whatever case, by at most so many letters; `undefined` when none is near. */
export function nearestName(
  name: string,
  known: readonly string[],
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const small = name.toLowerCase()
  const [best] = known
    .map((other) => ({ other, far: small.length > 3 && other.includes(small) ? 0 : slipsBetween(small, other) }))
    .filter(({ far, other }) => far <= Math.min(other.length / 3, most))
    .sort((a, b) => a.far - b.far)
  return best?.other
}

/** What to say behind a name that is none: the one that was probably meant, or else all that there are. */
export function meantName(name: string, known: readonly string[], all: string): string {
  const near = nearestName(name, known)
  return near === undefined ? all : `Did you mean ${near}?`
}

/** How many letters differ. Two neighbours that have changed places are one slip. */
function slipsBetween(one: string, other: string): number {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2)
  return at >= 0 && swapped === other ? 1 : distance(one, other)
}
