import type { Minutes } from '../../minutes/minutes.ts'
import { reportUrls } from '../../repository/report-url.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Meeting } from '../../repository/series.ts'
import { lineEndOf } from '../../text/lines.ts'
import { bulletOf } from './bullet.ts'
import type { Read } from './draft.ts'
import { meetingsSince, reportedMeeting } from './reported-meetings.ts'
import { type TopicItem, topicItems } from './topic-item.ts'
import type { TeamSection } from './usual-sections.ts'
import { linkedLine, waitingLine } from './written-minutes-line.ts'

/** So many reports tell whether there are minutes lines. */
const telling = 8

/** Writes the sections on teams as the last reports have theirs. */
export class SectionWriter {
  readonly #report: Minutes
  readonly #before: readonly Minutes[]
  readonly #repository: Repository
  readonly #read: Read
  readonly #bullet: string

  constructor(report: Minutes, before: readonly Minutes[], repository: Repository, read: Read) {
    this.#report = report
    this.#before = before
    this.#repository = repository
    this.#read = read
    const [last] = before
    this.#bullet = last ? bulletOf(last, last.facts.items.at(-1)) : '- '
  }

  /** A section, without a line end behind it. A minutes line that is an item of a list begins that of the topics. */
  write({ title, depth, folders }: TeamSection): string {
    const { path, text } = this.#report
    const lineEnd = lineEndOf(text)
    const heading = `${'#'.repeat(depth)} ${title}`
    const meetings = meetingsSince(folders, path, this.#repository)
    const line = this.#minutesLine(folders, meetings.at(-1))
    const topics = meetings.flatMap((meeting) => this.#topics(meeting.path))
    const list = topics.map(({ source }) => this.#bullet + source)
    const body = line && /^[ \t]*[-*+][ \t]/.test(line) ? [[line, ...list]] : [line ? [line] : [], list]
    return [[heading], ...body]
      .filter((lines) => lines.length)
      .map((lines) => lines.join(lineEnd))
      .join(lineEnd + lineEnd)
  }

  #topics(path: string): TopicItem[] {
    const minutes = this.#read(path)
    return minutes ? topicItems(minutes, this.#repository, reportUrls(this.#report, this.#repository)) : []
  }

  /** None where the last reports have none. Whoever reads topics of a meeting wants the link to its minutes, however long ago that was. */
  #minutesLine(folders: readonly string[], last: Meeting | undefined): string | undefined {
    if (!this.#before.slice(0, telling).some(({ minutesLines }) => minutesLines.length)) return undefined
    const meeting = reportedMeeting(folders, this.#report.path, this.#repository) ?? last
    if (!meeting) return waitingLine(this.#before)
    const urlOf = reportUrls(this.#report, this.#repository)
    return linkedLine(this.#before, urlOf(meeting.path))
  }
}
