import { type Minutes, readMinutes } from '../minutes/minutes.ts'
import type { Section } from '../minutes/section.ts'
import { below } from '../text/below.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { lineEndOf } from '../text/lines.ts'
import { contains } from '../text/span.ts'

const ofActions = /\b(?:actions?|ais?|follow-?ups?|to-?dos?|aufgaben|tasks)\b/i

/** The section of minutes that holds their actions, where they have one. */
export function sectionOfActions({ sections }: Minutes): Section | undefined {
  return sections.find(({ heading }) => ofActions.test(heading.title))
}

/**
 * Adds a line as the last item of the section of actions, or of a list below a heading of its own at the end. The line has no bullet; what
 * stands behind line feeds in it goes on below. `undefined` where no item would be read: behind code or a comment that does not end.
 */
export function addAction(minutes: Minutes, line: string): TextEdit | undefined {
  const { text, facts } = minutes
  const edit = added(minutes, line)
  return readMinutes(minutes.path, applyEdits(text, [edit])).facts.items.length > facts.items.length ? edit : undefined
}

function added(minutes: Minutes, line: string): TextEdit {
  const { text, facts } = minutes
  const section = sectionOfActions(minutes)
  const end = lineEndOf(text)
  const own = section && { start: section.heading.span.end, end: section.ownEnd }
  const items = own ? facts.items.filter(({ marker }) => contains(own, marker)) : []
  const [sample] = [...items, ...facts.items]
  const bullet = sample && /[-*+]/.test(text[sample.marker.start]!) ? text[sample.marker.start] : '-'
  const item = `${bullet} ${line.replaceAll('\n', `${end}  `)}`
  if (items.length) return below(text, Math.max(...items.map((one) => one.end)), end + item)
  if (own) return below(text, own.start, end + end + item)
  const at = text.trimEnd().length
  const list = `## Open actions${end}${end}${item}`
  return below(text, at, at ? end + end + list : list + end)
}
