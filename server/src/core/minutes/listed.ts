import type { Handle } from './handle.ts'
import type { Section } from './section.ts'

/** What may stand on a line before a participant: marks of a list or a table, emphasis, the box of a task. */
const beforeParticipant = /^[\s>]{0,20}(?:[-*+|]\s{1,8}|[0-9]{1,3}[.)]\s{1,8})?(?:\[[ xX]\]\s)?[*_([]{0,3}$/

/**
 * Those of the handles that probably say who took part: they begin a line, or stand behind others that do, in the first section that has
 * handles at all.
 */
export function listedHandles(text: string, handles: readonly Handle[], sections: readonly Section[]): Handle[] {
  const first = handles[0]
  if (!first) return []
  const end = sections.find(({ heading }) => heading.span.start > first.span.start)?.heading.span.start ?? text.length
  const listed: Handle[] = []
  for (const [at, handle] of handles.entries()) {
    if (handle.span.start >= end) break
    const before = handles[at - 1]
    const follows = before !== undefined && /^[\s,;&/+*_]*(?:and|und)?\s*$/.test(between(text, before, handle))
    if (follows ? listed.includes(before) : beforeParticipant.test(lineBefore(text, handle.span.start)))
      listed.push(handle)
  }
  return listed
}

/** What stands between two handles; of long text only so much that nobody takes it for a separator. */
function between(text: string, before: Handle, { span }: Handle): string {
  return text.slice(before.span.end, Math.min(span.start, before.span.end + 20))
}

function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - 40)
  const piece = text.slice(from, offset)
  const start = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
  return start < 0 && from > 0 ? 'too long' : piece.slice(start + 1)
}
