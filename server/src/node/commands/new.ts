import { newMinutes } from '../../core/authoring/new-minutes/new-minutes.ts'
import { olderActions } from '../../core/authoring/new-minutes/older-actions.ts'
import { systemClock } from '../clock.ts'
import { dayIn } from '../day.ts'
import { Misuse } from '../misuse.ts'
import { putFile } from '../new-file.ts'
import { nextDay } from '../next-day.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { readRepository } from '../read-repository.ts'
import { pathFrom } from '../roots.ts'
import { teamHere, teamNamed } from '../team.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes new [OPTIONS] [TEAM]

Makes the minutes of a team's next meeting from its last ones, and prints their
path: the headings and lines that at least half of the five before have, those
who took part, and the actions that the last ones left open. TEAM is its name or
the folder of its minutes, by default the current folder. A file that is there
is never touched: without --date, the minutes after it are made.

Options:
  --date YYYY-MM-DD  the day of the meeting, by default the next one on which
                     the team meets
  --print            print the minutes, and write no file
  --help, -h         print this text

Exit status: 0 made, 1 there is such a file, or it cannot be written, 2 misuse.
`

/** `minutes new`. */
export function newCommand(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions('new', args, {
    date: { type: 'string' },
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  if (positionals.length > 1)
    throw new Misuse('Name one team, in quotes where its name has blanks.', 'minutes help new')
  const asked = values.date === undefined ? undefined : dayIn(values.date)
  const { workspace, repository, top, here } = readRepository(terminal)
  const today = systemClock.today()
  const [words] = positionals
  const { folder } =
    words === undefined ? teamHere(here, repository) : teamNamed(words, pathFrom(top, terminal.cwd, words), repository)
  if (repository.isReportSeries(folder)) throw new Misuse(draftIt(folder))
  const day = asked ?? nextDay(repository.series(folder)!, today, terminal)
  const made = newMinutes({ folder, day, today }, repository, (path) => workspace.minutes(path))
  const status = putFile(made, top, values.print, terminal)
  const older = olderActions({ folder, day, today }, repository)
  if (!status && older.length) terminal.err(`minutes: ${printable(olderOnes(older.length, folder))}\n`)
  return status
}

function olderOnes(count: number, folder: string): string {
  const are = count === 1 ? '1 older action is' : `${count} older actions are`
  const command = `minutes actions --open${folder ? ` --team ${folder}` : ''}`
  return `${are} open too, which the last minutes no longer have. "${command}" lists them.`
}

function draftIt(folder: string): string {
  const command = `minutes draft${folder ? ` ${folder}` : ''}`
  return `The minutes in ${folder || 'this folder'} report on other teams. "${command}" makes the next ones, with a section on each team.`
}
