/** Texts that differ in more lines than this are compared line by line, whatever the order. */
const mostEdits = 1000

/** The numbers, from 0, of the lines that a shortest change from one text to another adds. Line ends do not count. */
export function addedLines(before: string, now: string): ReadonlySet<number> {
  const [a, b] = [linesOf(before), linesOf(now)]
  let first = 0
  while (first < a.length && first < b.length && a[first] === b[first]) first += 1
  let last = 0
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last += 1
  const old = a.slice(first, a.length - last)
  const added = shortest(old, b.slice(first, b.length - last)) ?? unknownTo(old, b.slice(first, b.length - last))
  return new Set(added.map((line) => line + first))
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/)
}

/**
 * Myers' greedy algorithm: `reach[k]` is how far into `a` one gets on the diagonal k (the line of `a` less that of `b`) with so many edits.
 * The result is `undefined` when there are too many.
 */
function shortest(a: readonly string[], b: readonly string[]): number[] | undefined {
  const most = Math.min(a.length + b.length, mostEdits)
  const reach = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    steps.push(reach.slice())
    for (let k = -edits; k <= edits; k += 2) {
      let x = isInsertion(reach, k, edits, most) ? reach[at(k + 1, most)]! : reach[at(k - 1, most)]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach[at(k, most)] = x
      if (x >= a.length && x - k >= b.length) return insertions(steps, a.length, b.length, most)
    }
  }
  return undefined
}

/** Goes back the way that was found. */
function insertions(steps: readonly Int32Array[], lengthA: number, lengthB: number, most: number): number[] {
  const added: number[] = []
  let k = lengthA - lengthB
  for (let edits = steps.length - 1; edits > 0; edits -= 1) {
    const reach = steps[edits]!
    const inserted = isInsertion(reach, k, edits, most)
    k += inserted ? 1 : -1
    if (inserted) added.push(reach[at(k, most)]! - k)
  }
  return added
}

function isInsertion(reach: Int32Array, k: number, edits: number, most: number): boolean {
  return k === -edits || (k !== edits && reach[at(k - 1, most)]! < reach[at(k + 1, most)]!)
}

function at(k: number, most: number): number {
  return k + most + 1
}

function unknownTo(a: readonly string[], b: readonly string[]): number[] {
  const known = new Set(a)
  return [...b.keys()].filter((line) => !known.has(b[line]!))
}
