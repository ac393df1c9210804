/** The order of two texts by their UTF-16 units, for days and paths: 0 where they are the same. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
