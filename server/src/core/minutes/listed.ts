import { slice } from '../text/span.ts'
import type { Handle } from './handle.ts'
import { lineBefore, nameBefore } from './name-beside.ts'
import type { Section } from './section.ts'

/** What may stand on a line before a participant: marks of a list or a table, emphasis, the box of a task. */
const marks = /^[\s>]{0,20}(?:[-*+|]\s{1,8}|[0-9]{1,3}[.)]\s{1,8})?(?:\[[ xX]\]\s)?[*_([]{0,3}$/
/** `Participants: ` before several: one alone may have a role. */
const label =
  /^[\s>]{0,20}(?:[-*+]\s{1,8})?[*_]{0,3}(?!AI|Action|TODO)\p{Lu}[\p{L} -]{2,30}(?:\([^()\r\n]{0,30}\))?[*_]{0,3}:[*_]{0,3}\s{0,3}$/u
const separator = /^(?:'s)?(?:\s?\([^()\r\n]{0,40}\))?[\s,;&/+*_|]*(?:and\s|und\s)?$/
const longestSeparator = 60

/**
 * Those of the handles that probably say who took part: they begin a line, or stand behind others that do, in the first section that has
 * handles at all.
 */
export function listedHandles(text: string, handles: readonly Handle[], sections: readonly Section[]): Handle[] {
  const first = handles[0]
  if (!first) return []
  const next = sections.find(({ heading }) => heading.span.start > first.span.start)
  const end = next?.heading.span.start ?? text.length
  return runsOf(text, handles.slice(0, countBefore(handles, end)))
    .filter((run) => isList(text, run))
    .flat()
}

function countBefore(handles: readonly Handle[], end: number): number {
  const behind = handles.findIndex(({ span }) => span.start >= end)
  return behind < 0 ? handles.length : behind
}

/** Handles with nothing but separators between them. */
function runsOf(text: string, handles: readonly Handle[]): Handle[][] {
  const runs: Handle[][] = []
  for (const handle of handles) {
    const run = runs.at(-1)
    const between = run && { start: run.at(-1)!.span.end, end: handle.span.start }
    const follows = between && between.end - between.start <= longestSeparator && separator.test(slice(text, between))
    if (run && follows && !/[\r\n]/.test(slice(text, between))) run.push(handle)
    else runs.push([handle])
  }
  return runs
}

function isList(text: string, [first, ...others]: readonly Handle[]): boolean {
  const before = lineBefore(text, first!.span.start)
  return marks.test(before) || nameBefore(before) !== undefined || (others.length > 0 && label.test(before))
}
