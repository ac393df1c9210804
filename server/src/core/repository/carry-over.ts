import type { Minutes } from '../minutes/minutes.ts'
import type { Section } from '../minutes/section.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineAround, lineEndOf } from '../text/lines.ts'

const ofActions = /\b(?:actions?|ais?|follow-?ups?|to-?dos?|aufgaben|tasks)\b/i

/** The section of minutes that holds their actions, where they have one. */
export function sectionOfActions({ sections }: Minutes): Section | undefined {
  return sections.find(({ heading }) => ofActions.test(heading.title))
}

/** Adds a line as the last item of the section of actions, or of a list below a heading of its own at the end. The line has no bullet. */
export function addAction(minutes: Minutes, line: string): TextEdit {
  const { text, facts } = minutes
  const section = sectionOfActions(minutes)
  const end = lineEndOf(text)
  const own = section && { start: section.heading.span.end, end: section.ownEnd }
  const items = own ? facts.items.filter(({ marker }) => own.start <= marker.start && marker.start < own.end) : []
  const [sample] = [...items, ...facts.items]
  const bullet = sample && /[-*+]/.test(text[sample.marker.start]!) ? text[sample.marker.start] : '-'
  const item = `${bullet} ${line}`
  const last = items.at(-1)
  const at = last ? lineAround(text, last.content).end : own ? own.start : text.trimEnd().length
  const newText = last
    ? `${end}${item}`
    : own
      ? `${end}${end}${item}`
      : `${end}${end}## Open actions${end}${end}${item}`
  return { span: { start: at, end: at }, newText }
}
