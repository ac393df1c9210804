import { join } from 'node:path'
import { draftReport } from '../../core/authoring/report-draft/draft.ts'
import { refreshReport } from '../../core/authoring/report-draft/refresh.ts'
import { reportSeries } from '../../core/authoring/report-draft/report-series.ts'
import type { KnownTeam } from '../../core/authoring/team.ts'
import type { Repository } from '../../core/repository/repository.ts'
import { applyEdits } from '../../core/text/edit.ts'
import { meantName } from '../../core/text/nearest-name.ts'
import { systemClock } from '../clock.ts'
import { dayIn } from '../day.ts'
import { Misuse } from '../misuse.ts'
import { failed, putFile } from '../new-file.ts'
import { nextDay } from '../next-day.ts'
import { parseOptions } from '../options.ts'
import { printableStart } from '../printable.ts'
import { readRepository } from '../read-repository.ts'
import { rewrite } from '../rewrite.ts'
import { listed } from '../team.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes draft [OPTIONS] [SERIES]
       minutes draft --refresh FILE

Drafts a report on the meetings of other teams, such as the minutes of a
community call, and prints its path: a section on each team with the link to its
minutes and their topics since the last report. SERIES is the name or the folder
of the reports, where there are several. A file that is there is never touched,
but for --refresh, which adds what has arrived since.

Options:
  --date YYYY-MM-DD  the day of the report, by default the next one of the
                     series
  --refresh FILE     fill in the minutes lines of a report that wait, and add
                     the topics that it does not have
  --print            print the report, and write no file
  --help, -h         print this text

Exit status: 0 made, 1 there is such a file, or it cannot be written, 2 misuse.
`

interface DraftOptions {
  readonly date?: string | undefined
  readonly refresh?: string | undefined
  readonly print: boolean
}

/** `minutes draft`. */
export function draft(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions('draft', args, {
    date: { type: 'string' },
    refresh: { type: 'string' },
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  if (positionals.length > 1)
    throw new Misuse('Name one series, in quotes where its name has blanks.', 'minutes help draft')
  if (values.refresh === undefined) return made(positionals[0], values, terminal)
  if (positionals.length || values.date !== undefined)
    throw new Misuse(
      '--refresh takes a file, and neither a series nor a date: the file has them.',
      'minutes help draft',
    )
  return refreshed(values.refresh, values, terminal)
}

function made(series: string | undefined, { date, print }: DraftOptions, terminal: Terminal): number {
  const asked = date === undefined ? undefined : dayIn(date)
  const { workspace, repository, top } = readRepository(terminal)
  const { folder } = seriesCalled(series, repository)
  const today = systemClock.today()
  const day = asked ?? nextDay(repository.series(folder)!, today, terminal)
  const report = draftReport({ folder, day, today }, repository, (path) => workspace.minutes(path))
  return putFile(report, top, print, terminal)
}

function refreshed(file: string, { print }: DraftOptions, terminal: Terminal): number {
  const { workspace, repository, top, here } = readRepository(terminal, file)
  const report = workspace.minutes(here)
  if (!report || !repository.isReport(report.path))
    throw new Misuse(
      `${file} is no report on the meetings of other teams. Name one, or their folder in "reports" of .minutes.json.`,
    )
  const text = applyEdits(
    report.text,
    refreshReport(report, repository, (path) => workspace.minutes(path)),
  )
  if (print) {
    terminal.out(text)
    return 0
  }
  if (text === report.text) terminal.err('minutes: nothing has arrived since, so the report stays as it is.\n')
  return terminal.uninterrupted(() => {
    const reason = text === report.text ? undefined : rewrite(join(top, report.path), report.text, text)
    if (reason !== undefined) return failed(`${file} is not refreshed: ${reason}`, terminal)
    terminal.out(`${printableStart(file)}\n`)
    return 0
  })
}

/** The series with a name or folder, or the only one. */
function seriesCalled(words: string | undefined, repository: Repository): KnownTeam {
  const all = reportSeries(repository)
  if (!all.length)
    throw new Misuse(
      'No minutes here report on those of other teams. Write the first report by hand, with two minutes lines that link others, or name the folder in .minutes.json: { "reports": ["community-call"] }.',
    )
  const spelt = words?.replace(/(?<!\/)\/+$/, '').toLowerCase()
  const found = all.filter(
    ({ name, folder }) => spelt === undefined || [name, folder].some((one) => one.toLowerCase() === spelt),
  )
  if (found.length === 1) return found[0]!
  if (words === undefined) throw new Misuse(`Name a series. ${listed(all, 'series')}`)
  const names = all.flatMap(({ name, folder }) => [name, folder])
  throw new Misuse(`There are no reports called "${words}". ${meantName(words, names, listed(all, 'series'))}`)
}
