import { countsOf } from '../../core/collections.ts'
import { linesOf } from './changed-lines.ts'

export interface Text {
  readonly path: string
  readonly text: string
}

const leastAlike = 0.5

/** Which of the files that are gone each of the new files was, by its path: the one with the same text, or else the one with the most lines in common. */
export function renames(gone: readonly Text[], come: readonly Text[]): Map<string, string> {
  const found = new Map<string, string>()
  const left = new Map(gone.map((file) => [file.path, file]))
  const pair = (now: Text, before: Text | undefined) => {
    if (!before) return
    found.set(now.path, before.path)
    left.delete(before.path)
  }
  for (const now of come)
    pair(
      now,
      [...left.values()].find(({ text }) => text === now.text),
    )
  for (const now of come) if (!found.has(now.path)) pair(now, mostAlike(now, [...left.values()]))
  return found
}

function mostAlike(now: Text, gone: readonly Text[]): Text | undefined {
  const lines = countsOf(linesOf(now.text))
  let best: Text | undefined
  let most = leastAlike
  for (const file of gone) {
    const share = shared(lines, now.text.length, file.text)
    if (share < most) continue
    best = file
    most = share
  }
  return best
}

/** The share of the longer text that stands in both. */
function shared(lines: ReadonlyMap<string, number>, length: number, other: string): number {
  const longer = Math.max(length, other.length)
  if (Math.min(length, other.length) < longer * leastAlike) return 0
  let same = 0
  for (const [line, count] of countsOf(linesOf(other)))
    same += (line.length + 1) * Math.min(count, lines.get(line) ?? 0)
  return longer ? Math.min(1, same / longer) : 0
}
