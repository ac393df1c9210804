import { nearestName } from '../core/text/nearest-name.ts'
import { namesBelow } from './columns.ts'
import { actions } from './commands/actions.ts'
import { attendance } from './commands/attendance.ts'
import { calendar } from './commands/calendar.ts'
import { check } from './commands/check.ts'
import { draft } from './commands/draft.ts'
import { explain } from './commands/explain.ts'
import { importCommand } from './commands/import.ts'
import { init } from './commands/init.ts'
import { newCommand } from './commands/new.ts'
import { saveImages } from './commands/save-images.ts'
import { Misuse } from './misuse.ts'
import { printableStart } from './printable.ts'
import type { RulePages } from './rule-pages.ts'
import type { Terminal } from './terminal.ts'

const usage = `Usage: minutes COMMAND

Commands:
  check [PATH…]     report what is wrong in minutes of meetings
  explain RULE      print the page of a rule ("minutes help explain" lists them)
  actions [PATH…]   list who promised what, and what is still to be done
  calendar [TEAM]   show on which days teams have met, and where minutes are
                    missing or late
  attendance [TEAM] show who took part in the meetings of a team
  new [TEAM]        make the minutes of a team's next meeting
  draft [SERIES]    draft a report on the meetings of other teams
  import URL|FILE   make minutes of the text of a pad
  save-images FILE… store the pictures that minutes show from a pad
  init              write down in .minutes.json what the minutes tell of the
                    repository
  help [COMMAND]    print this text, or that of a command, which tells more

Options:
  --help, -h        print this text
  --version, -v     print the version
`

declare const MINUTES_VERSION: string

/** Runs a command line, without the program's name. The result is the exit status: 0 all well, 1 findings, 2 misuse or unreadable input. */
export async function main(args: readonly string[], terminal: Terminal, pages: RulePages): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'check') return check(rest, terminal, pages)
    if (command === 'explain') return explain(rest, terminal, pages)
    if (command === 'actions') return actions(rest, terminal)
    if (command === 'calendar') return calendar(rest, terminal)
    if (command === 'attendance') return attendance(rest, terminal)
    if (command === 'init') return init(rest, terminal)
    if (command === 'new') return newCommand(rest, terminal)
    if (command === 'draft') return draft(rest, terminal)
    if (command === 'save-images') return await saveImages(rest, terminal)
    if (command === 'import') return await importCommand(rest, terminal)
    if (command === 'help' && rest.length) return main([rest[0]!, '--help'], terminal, pages)
    if (command === '--version' || command === '-v') terminal.out(`${MINUTES_VERSION}\n`)
    else if (command !== undefined && ['help', '--help', '-h'].includes(command)) terminal.out(usage)
    else throw command === undefined ? new Misuse(usage) : unknown(command)
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    const more = error.help === undefined ? '' : `"${error.help}" tells more.\n`
    terminal.err(`${error.message.trimEnd().split('\n').map(printableStart).join('\n')}\n${more}`)
    return 2
  }
}

const commands = [
  'check',
  'explain',
  'actions',
  'calendar',
  'attendance',
  'init',
  'new',
  'draft',
  'import',
  'save-images',
  'help',
]

function unknown(word: string): Misuse {
  const isOption = word.startsWith('-')
  const near = nearestName(word, isOption ? ['--help', '--version'] : commands)
  if (near !== undefined)
    return new Misuse(`There is no ${isOption ? 'option' : 'command'} "${word}". Did you mean ${near}?`)
  const why = isOption
    ? `A command stands before its options: minutes COMMAND ${word}`
    : `There is no command "${word}". The commands are:${namesBelow(commands)}`
  return new Misuse(why, 'minutes help')
}
