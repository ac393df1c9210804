import type { IsoDate } from '../../minutes/calendar.ts'
import { weekdayOf } from '../../minutes/calendar.ts'
import { frontMatterValue } from '../../minutes/front-matter.ts'
import { meetingDateOf } from '../../minutes/meeting-date.ts'
import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import { headingsWithTitle } from '../../minutes/stated-dates.ts'
import { writtenDates } from '../../minutes/written-date.ts'
import type { Repository } from '../../repository/repository.ts'
import { type KnownTeam, presentTeams, teamCalled } from '../team.ts'
import { padName } from './pad-name.ts'

/** Which meeting the text of a pad is about, as far as it says so. */
export interface AboutPad {
  readonly team: KnownTeam | undefined
  readonly day: IsoDate | undefined
}

/** What is so now: today, and what a file says. */
export interface AboutNow {
  readonly today: IsoDate
  read(path: string): Minutes | undefined
}

/** Reads from a pad's text, and from the name of its file or its address, which meeting it is about. */
export function aboutPad(text: string, name: string, repository: Repository, { today, read }: AboutNow): AboutPad {
  const minutes = readMinutes('', text.replace(/^\ufeff/, ''))
  const titles = titlesOf(minutes)
  const called = padName(name)
  const named = meetingDateOf(called)?.iso
  const likely = minutes.statedDates[0]?.readings[0] ?? named ?? today
  const team = teamIn([...titles, titleless(called)], likely, repository, read)
  return { team, day: dayIn(minutes, team, repository) ?? named }
}

function dayIn({ statedDates }: Minutes, team: KnownTeam | undefined, repository: Repository): IsoDate | undefined {
  const readings = statedDates[0]?.readings ?? []
  if (readings.length < 2) return readings[0]
  // Day and month may be meant either way.
  const weekday = team && repository.series(team.folder)?.weekday
  return readings.find((day) => weekday !== undefined && weekdayOf(day) === weekday)
}

/** The titles of a text without dates: those of its first headings, and of its front matter. */
function titlesOf({ text, facts }: Minutes): string[] {
  const front = frontMatterValue(text, facts, 'title')?.text
  const headings = facts.headings.slice(0, headingsWithTitle).map(({ title }) => title)
  return [...headings, ...(front ? [front] : [])].map(titleless).filter(Boolean)
}

function titleless(title: string): string {
  const dates = writtenDates(title)
  const rest = dates.reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), title)
  return rest
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^[\s\p{P}\p{S}]+|(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s{2,}/g, ' ')
}

const generic =
  /(?<![\p{L}\p{N}])(?:meeting|minutes|notes|protokoll|sitzung|of|the|der|des|vom|on|am)(?![\p{L}\p{N}])/giu

/** The team that a title names, or whose last minutes have the title; where there is one team alone, that. */
function teamIn(
  titles: readonly string[],
  day: IsoDate,
  repository: Repository,
  read: AboutNow['read'],
): KnownTeam | undefined {
  const all = presentTeams(repository, day)
  if (all.length < 2) return all[0]
  for (const title of titles) {
    const short = title
      .replace(generic, ' ')
      .trim()
      .replace(/\s{2,}/g, ' ')
    const called = teamCalled(title, repository, day) ?? (short ? teamCalled(short, repository, day) : undefined)
    if (called) return called
  }
  const alike = all.filter(({ folder }) => {
    const last = read(repository.series(folder)!.meetings.at(-1)!.path)
    return last && titlesOf(last).some((title) => titles.includes(title))
  })
  return alike.length === 1 ? alike[0] : undefined
}
