import type { Handle } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type ParticipantList, participantsOf } from '../../minutes/participants.ts'
import type { Person } from '../../minutes/person.ts'
import { sectionAt } from '../../minutes/section.ts'
import { latestFirst, type Meeting } from '../../repository/series.ts'
import type { Span } from '../../text/span.ts'
import type { Place } from './completion.ts'
import type { Naming } from './handle-ranking.ts'
import { reportedFolders } from './reported-team.ts'
import { roleAt } from './role-place.ts'

const nobody: ReadonlySet<string> = new Set()

/** What the minutes and their repository say of a place where somebody is to be named. */
export function namingAt(place: Place, span: Span): Naming {
  const { minutes, repository } = place
  const others = minutes.handles.filter((handle) => handle.span.start !== span.start)
  const keysOf = (handles: readonly { readonly name: string }[]) =>
    new Set(handles.flatMap(({ name }) => repository.people.of(name)?.key ?? []))
  const named = (lists: readonly ParticipantList[]) =>
    keysOf(namedIn(lists).filter((one) => one.span.start !== span.start))
  const meetings = meetingsBefore(place)
  const task = roleAt(minutes, span.start)?.task
  if (!task && listsParticipants(minutes, others, span.start)) {
    return { section: nobody, present: nobody, listed: named(minutes.participants), meetings }
  }
  const from = sectionAt(minutes.sections, span.start)?.heading.span.start ?? 0
  const above = others.filter((handle) => from <= handle.span.start && handle.span.start < span.start)
  const present = named(minutes.participants.filter(({ kind }) => kind === 'present'))
  return { section: keysOf(above), present, listed: nobody, meetings, task }
}

/** The meetings of the place's team before this one, the latest first. In a section about another team, of that one. */
function meetingsBefore({ minutes, repository, offset, today }: Place): readonly Meeting[] {
  const { path } = minutes
  const day = repository.dayOf(path) ?? today
  const folders = reportedFolders({ minutes, repository, offset })
  const meetings = folders.length
    ? folders.flatMap((folder) => repository.series(folder)?.meetings ?? []).filter((meeting) => meeting.day <= day)
    : repository.seriesOf(path).meetings.filter((meeting) => meeting.day < day && meeting.path !== path)
  return folders.length > 1 ? meetings.sort(latestFirst) : meetings.reverse()
}

/** Whether a handle at an offset stands in a list of participants; `others` are the handles of all other places. */
function listsParticipants(minutes: Minutes, others: readonly Handle[], offset: number): boolean {
  const { scan, facts, sections, roles } = minutes
  const typed: Handle = { span: { start: offset, end: offset + 1 }, name: 'x', link: undefined }
  const before = others.filter(({ span }) => span.start < offset)
  const handles = [...before, typed, ...others.slice(before.length)]
  const lists = participantsOf(scan, facts, sections, handles, roles)
  return namedIn(lists).some(({ span }) => span.start === offset)
}

/** The handles in some lists. */
function namedIn(lists: readonly ParticipantList[]): Person[] {
  const people = lists.flatMap((list) => list.participants.flatMap((participant) => participant.people))
  return people.filter(({ isHandle }) => isHandle)
}
