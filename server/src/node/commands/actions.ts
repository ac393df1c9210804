import { type LedgerAction, ledgerOf } from '../../core/authoring/ledger/ledger.ts'
import { isOfTeam, isOwnedBy, selected } from '../../core/authoring/ledger/select.ts'
import { systemClock } from '../clock.ts'
import { formatNamed } from '../format.ts'
import { Misuse } from '../misuse.ts'
import { meantName } from '../nearest-name.ts'
import { openWorkspace } from '../open-workspace.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { type ActionFormat, csvActions, icsActions, jsonActions, type ListedActions } from '../report/actions.ts'
import { textActions } from '../report/actions-text.ts'
import { findRoots, type Root } from '../roots.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes actions [OPTIONS] [PATH…]

Lists what was promised in the minutes of the repository around each PATH, a file or a folder (by default the current folder): who is to do
what, since when, and how far it is. An action that later minutes of the team have again is one action, whose last minutes count.

Options:
  --open             only what is still to be done
  --owner OWNER      only what OWNER promised: a handle ("@ines-berg"), or a name where the minutes have no handles
  --team TEAM        only what TEAM promised: its name, or the folder of its minutes
  --format FORMAT    text (default), json, csv (for spreadsheets), or ics (a list of to-dos for calendars)
  --help, -h         print this text

Exit status: 0 all well, 2 misuse or unreadable input.
`

const formats: Readonly<Record<string, ActionFormat>> = {
  text: textActions,
  json: jsonActions,
  csv: csvActions,
  ics: icsActions,
}

interface Asked {
  readonly open: boolean
  readonly owner: string | undefined
  readonly team: string | undefined
}

/** `minutes actions`. */
export function actions(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions('actions', args, {
    open: { type: 'boolean', default: false },
    owner: { type: 'string' },
    team: { type: 'string' },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  const format = formatNamed(values.format, formats)
  const asked = { open: values.open, owner: values.owner, team: values.team }
  const unread = new Set<string>()
  const all = findRoots(positionals, terminal.cwd).map((root) => listOf(root, unread))
  expectKnown(all, asked)
  const lists = all.map((list) => ({ ...list, actions: selected(list.actions, asked, list.repository) }))
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  terminal.out(format(lists, { cwd: terminal.cwd, colours: terminal.colours, today: systemClock.today() }))
  return unread.size ? 2 : 0
}

function listOf({ folder, paths }: Root, unread: Set<string>): ListedActions {
  const workspace = openWorkspace(folder, (problem) => unread.add(problem))
  for (const _ of workspace.read());
  const { repository } = workspace
  const isAskedFor = ({ last }: LedgerAction) =>
    paths.some((path) => path === '' || last.path === path || last.path.startsWith(`${path}/`))
  return { root: folder, repository, actions: ledgerOf(repository, systemClock.today()).filter(isAskedFor) }
}

/** A slip in a name must not look as if there were nothing to do. */
function expectKnown(lists: readonly ListedActions[], { owner, team }: Asked): void {
  const all = lists.flatMap(({ actions, repository }) => actions.map((action) => ({ action, repository })))
  if (team !== undefined && !all.some(({ action }) => isOfTeam(action, team))) {
    const teams = [...new Set(all.map(({ action }) => action.team))].sort()
    throw new Misuse(`No team "${team}" has actions. ${meantName(team, teams, `The teams are ${teams.join(', ')}.`)}`)
  }
  if (owner === undefined || all.some(({ action, repository }) => isOwnedBy(action, owner, repository))) return
  const owners = [
    ...new Set(all.flatMap(({ action }) => action.owners.map((one) => (action.byHandle ? `@${one}` : one)))),
  ]
  const isKnown = lists.some(({ repository }) => repository.people.of(owner.replace(/^@/, '')))
  if (!isKnown)
    throw new Misuse(`"${owner}" owns no action. ${meantName(owner, owners, '"minutes actions" lists all.')}`)
}
