import { addDays } from '../../server/src/core/minutes/calendar.ts'

const forge = 'https://github.com/lighthouse-commons/minutes'
const teams = ['Harbour', 'Storage', 'Signals', 'Lamps'] as const
const people = ['ines-berg', 'tomas-k', 'ruthlind', 'ada-o'] as const

/** The days of the last meetings, of the teams and of the call that reports on them. */
const lastDay = '2025-03-12'
const lastCall = '2025-03-13'

/** The newest report of a community, and minutes of a team; `report` has a minutes line that is empty. */
export const newest = { report: pathOf('call', lastCall), minutes: pathOf('harbour', lastDay) }

/**
 * The files of a made-up community with so many minutes: four teams that meet once a week, and a call that reports on them. The newest are the
 * same in a community of any size; a larger one is older.
 */
export function community(size: number): Map<string, string> {
  const files = new Map([['.minutes.json', JSON.stringify({ forge, branch: 'main', reports: ['call'] })]])
  for (let week = 0; files.size <= size; week += 1) {
    const day = addDays(lastDay, -7 * week)
    files.set(pathOf('call', addDays(lastCall, -7 * week)), report(addDays(lastCall, -7 * week), day, week === 0))
    for (const [at, team] of teams.entries()) files.set(pathOf(team.toLowerCase(), day), minutes(team, day, at))
  }
  return files
}

function pathOf(folder: string, day: string): string {
  return `${folder}/${day.replaceAll('-', '')}.md`
}

function report(day: string, met: string, isNewest: boolean): string {
  const sections = teams.map((team, at) => {
    const url = `${forge}/blob/main/${pathOf(team.toLowerCase(), met)}`
    return `## Team ${team}\n\nMinutes:${isNewest && at === 0 ? '' : ` ${url}`}\n\n- All is well on ${met}\n`
  })
  return `# Call ${day}\n\n${sections.join('\n')}`
}

function minutes(team: string, day: string, at: number): string {
  const [first, second] = [people[at]!, people[(at + 1) % people.length]!]
  const before = pathOf(team.toLowerCase(), addDays(day, -7)).split('/')[1]
  return [
    `# Team ${team} ${day}`,
    `Participants: @${first}, @${second}`,
    `## Ropes of ${day}`,
    `- AI @${first}: count the ropes of ${team} on ${day}\n- See [standards#${at + 1}](${forge}/issues/${at + 1})`,
    day > '2025-01-10' ? `Earlier: [last week](${before})` : 'Nothing else.',
    '',
  ].join('\n\n')
}
