import type { Minutes } from '../../minutes/minutes.ts'
import { sectionAt } from '../../minutes/section.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Series } from '../../repository/series.ts'
import { placedHeadings } from '../../repository/summary.ts'
import { teamName } from '../../repository/team-name.ts'
import type { Span } from '../../text/span.ts'
import { headingOf, linesOf } from '../navigation/destination.ts'
import type { Mention } from '../navigation/mention.ts'
import { excerpt } from './excerpt.ts'
import { meetingLines, meetingName, topicsIn } from './meeting.ts'
import { line, type NoteLine } from './note.ts'

type LinkMention = Extract<Mention, { kind: 'link' }>

/** What a link leads to; nothing of a picture, which editors show themselves. `read` gives a file's minutes. */
export function linkLines(
  { lead }: Pick<LinkMention, 'lead'>,
  repository: Repository,
  read: (path: string) => Minutes | undefined,
): NoteLine[] {
  if (lead.kind === 'folder') return folderLines(repository.series(lead.path), repository)
  const minutes = repository.summary(lead.path) && read(lead.path)
  if (!minutes) return []
  const version = lead.ref === undefined ? [] : [line(`As it is here; the link names ${lead.ref}.`)]
  return [...meetingLines(minutes, repository), ...version, ...excerptLines(minutes, lead, repository)]
}

function folderLines(series: Series | undefined, repository: Repository): NoteLine[] {
  const last = series?.meetings.at(-1)
  if (!series || !last) return []
  const count = series.meetings.length
  const newest = { text: meetingName(last.path, repository), path: last.path }
  return [
    line({ strong: teamName(series.folder, last.day, repository) }),
    line(`Minutes of ${count === 1 ? 'one meeting' : `${count} meetings`}, the newest: `, newest),
  ]
}

/** The linked section or lines, else the first topic. */
function excerptLines(minutes: Minutes, lead: LinkMention['lead'], repository: Repository): NoteLine[] {
  const lines = linesOf(lead.fragment, lead.path, repository)
  if (lines) return excerpt(minutes, lines)
  const linked = headingOf(lead, repository)
  const summary = repository.summary(lead.path)!
  const [topic] = linked ? [] : topicsIn(lead.path, repository)
  const heading = linked ?? placedHeadings(summary).find(({ title }) => title === topic)
  return heading ? [line({ strong: heading.title }), ...excerpt(minutes, bodyOf(minutes, heading))] : []
}

function bodyOf({ sections, text }: Minutes, heading: Span): Span {
  const section = sectionAt(sections, heading.end)
  return section ? { start: section.heading.span.end, end: section.span.end } : { start: heading.end, end: text.length }
}
