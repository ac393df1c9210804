import { sectionAt } from '../../minutes/section.ts'
import { isProse } from '../../syntax/prose.ts'
import { lineAround } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import type { Completion, Place } from './completion.ts'
import { begins, openTopics } from './heading-line.ts'

const agenda = /^(?:[0-9.]{1,6} )?(?:agenda|topics?|tops?|tagesordnung|themen)\b/i
const item = /^[\s>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.{0,60})$/

/** In an item of the agenda that says little yet: the topics of the previous meeting. `undefined` elsewhere. */
export function completeAgendaItem(place: Place): Completion[] | undefined {
  const { minutes, offset } = place
  const line = lineAround(minutes.text, offset)
  const typed = item.exec(slice(minutes.text, line))?.[1]
  if (typed === undefined || offset !== line.end || !isProse(minutes.facts, offset - 1)) return undefined
  const section = sectionAt(minutes.sections, offset)
  if (minutes.kind !== 'minutes' || !section || !agenda.test(section.heading.title)) return undefined
  const topics = openTopics(place).filter((topic) => begins(topic, typed.toLowerCase()))
  if (!topics.length) return undefined
  return topics.map((topic): Completion => {
    return {
      kind: 'title',
      label: topic,
      description: 'previous meeting',
      detail: 'A topic of the previous meeting',
      span: { start: offset - typed.length, end: offset },
      newText: topic,
      filterText: topic,
      asksAgain: true,
    }
  })
}
