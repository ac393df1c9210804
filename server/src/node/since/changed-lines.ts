import { diffArrays } from 'diff'

/** Texts that differ in more lines than this are compared line by line, whatever the order. */
const mostEdits = 1000

/** The numbers, from 0, of the lines that a shortest change from one text to another adds. Line ends do not count. */
export function addedLines(before: string, now: string): ReadonlySet<number> {
  const [old, lines] = [linesOf(before), linesOf(now)]
  const changes = diffArrays(old, lines, { maxEditLength: mostEdits })
  if (!changes) {
    const known = new Set(old)
    return new Set([...lines.keys()].filter((line) => !known.has(lines[line]!)))
  }
  const added = new Set<number>()
  let line = 0
  for (const change of changes) {
    if (change.removed) continue
    for (let at = 0; at < change.count; at += 1) if (change.added) added.add(line + at)
    line += change.count
  }
  return added
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/)
}
