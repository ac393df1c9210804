import { type LedgerAction, ledgerOf } from '../../core/authoring/ledger/ledger.ts'
import { isMineOf, isSomebody } from '../../core/authoring/ledger/mine.ts'
import { isOfTeam, selected } from '../../core/authoring/ledger/select.ts'
import { presentTeams, teamCalled } from '../../core/authoring/team.ts'
import { meantName } from '../../core/text/nearest-name.ts'
import { compareTexts } from '../../core/text/order.ts'
import { systemClock } from '../clock.ts'
import { formatNamed } from '../format.ts'
import { Misuse } from '../misuse.ts'
import { openWorkspace } from '../open-workspace.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { type ActionFormat, csvActions, icsActions, jsonActions, type ListedActions } from '../report/actions.ts'
import { textActions } from '../report/actions-text.ts'
import { findRoots, type Root } from '../roots.ts'
import { listed, noMinutes } from '../team.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes actions [OPTIONS] [PATH…]

Lists what was promised in the minutes of the repository around each PATH, a
file or a folder (by default the current folder): who is to do what, how far it
is, and for how many days it has been waiting, or had to wait. An action that
later minutes of the team have again is one action, whose last minutes count.

Options:
  --open             only what is still to be done
  --owner OWNER      only what OWNER promised: a handle ("@ines-berg") or a name
  --team TEAM        only what TEAM promised: its name, or the folder of its
                     minutes
  --format FORMAT    text (default), json, csv (for spreadsheets), or ics (a
                     list of to-dos for calendars)
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
  const roots = findRoots(positionals, terminal.cwd)
  const all = roots.map(({ folder }) => listOf(folder, unread))
  expectKnown(all, asked)
  const lists = all.map((list, at) => {
    const inside = list.actions.filter(isInside(roots[at]!))
    return { ...list, actions: selected(inside, asked, list.repository) }
  })
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  terminal.out(format(lists, { cwd: terminal.cwd, colours: terminal.colours, today: systemClock.today() }))
  return unread.size ? 2 : 0
}

/** All actions of a repository. */
function listOf(folder: string, unread: Set<string>): ListedActions {
  const workspace = openWorkspace(folder, (problem) => unread.add(problem))
  for (const _ of workspace.read());
  const { repository } = workspace
  return { root: folder, repository, actions: ledgerOf(repository, systemClock.today()) }
}

function isInside({ paths }: Root): (action: LedgerAction) => boolean {
  return ({ last }) => paths.some((path) => path === '' || last.path === path || last.path.startsWith(`${path}/`))
}

/** A slip in a name must not look as if there were nothing to do. Whoever has promised nothing is known nevertheless. */
function expectKnown(lists: readonly ListedActions[], { owner, team }: Asked): void {
  if (team !== undefined && !lists.some((list) => hasTeam(list, team))) {
    const all = lists.flatMap(({ repository }) => presentTeams(repository, systemClock.today()))
    if (!all.length) throw new Misuse(noMinutes)
    const teams = all.sort((a, b) => compareTexts(b.latest, a.latest))
    const names = teams.flatMap(({ name, folder }) => [name, folder])
    throw new Misuse(`There is no team "${team}". ${meantName(team, names, listed(teams))}`)
  }
  if (owner === undefined || lists.some((list) => hasOwner(list, owner))) return
  const owners = lists.flatMap(({ actions, repository }) => [
    ...actions.flatMap((action) => action.owners.map((one) => (action.byHandle ? `@${one}` : one))),
    ...[...repository.people.all].map(({ handle }) => `@${handle}`),
  ])
  const known = [...new Set(owners)]
  throw new Misuse(
    `There is no "${owner}". ${meantName(owner, known, '"minutes actions" lists all who promised something.')}`,
  )
}

function hasTeam({ actions, repository }: ListedActions, team: string): boolean {
  return (
    teamCalled(team, repository, systemClock.today()) !== undefined || actions.some((action) => isOfTeam(action, team))
  )
}

function hasOwner({ actions, repository: { people } }: ListedActions, owner: string): boolean {
  return isSomebody(owner, people) || actions.some(isMineOf([owner], people))
}
