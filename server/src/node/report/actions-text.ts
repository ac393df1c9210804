import { join } from 'node:path'
import { styleText } from 'node:util'
import { isOpen, type LedgerAction } from '../../core/authoring/ledger/ledger.ts'
import { ownersText } from '../../core/authoring/ledger/to-do-list.ts'
import { wholeTeams } from '../../core/authoring/team.ts'
import { grouped } from '../../core/collections.ts'
import { seriesFolderOf } from '../../core/repository/series.ts'
import { padded, widthOf } from '../columns.ts'
import { counted } from '../counted.ts'
import { printable, printableStart } from '../printable.ts'
import { seenFrom } from '../seen-from.ts'
import { titleOf } from '../team.ts'
import { type ActionFormat, type ListedActions, type ListingOptions, lineOf } from './actions.ts'

const stateStyles = { open: 'yellow', carried: 'magenta', done: 'green', dropped: 'gray' } as const
/** Longer lists of owners push what is to be done out of sight. */
const widestOwners = 28

/**
 * The format for people: the actions of each team, in the order in which they were promised, aligned for a terminal. Of several
 * repositories, each heading names its own.
 *
 *     Team Harbour (harbour)
 *       carried  21 days  @ines-berg  count the rusty hooks  harbour/20250312.md:7
 */
export const textActions: ActionFormat = (lists, options) => {
  const teams = lists.flatMap((list) =>
    [...byTeam(list, options)].map(([team, own]) => ({
      title: lists.length > 1 ? `${team} in ${seenFrom(options.cwd, list.root) || '.'}` : team,
      rows: own.map((one) => rowOf(one, list, options)),
    })),
  )
  const all = teams.flatMap(({ rows }) => rows)
  const widths = columns.map((column) => Math.max(0, ...all.map((row) => widthOf(row[column]))))
  const drawn = teams.map(
    ({ title, rows }) =>
      `${paint(options, 'bold', printableStart(title))}\n${rows.map((row) => drawRow(row, widths, options)).join('')}\n`,
  )
  return drawn.join('') + summaryOf(lists)
}

/** The actions of each team, in whatever folders it has met, by what tells it from others. */
function byTeam({ actions, repository }: ListedActions, { today }: ListingOptions): Map<string, LedgerAction[]> {
  const teams = wholeTeams(repository, today)
  const titles = new Map(teams.flatMap((team) => team.folders.map((folder) => [folder, titleOf(team)] as const)))
  return grouped(actions, ({ last, team }) => titles.get(seriesFolderOf(last.path)) ?? team)
}

type Row = Readonly<Record<'state' | 'age' | 'owners' | 'text' | 'place', string>> & {
  readonly style: (typeof stateStyles)[keyof typeof stateStyles]
}

const columns = ['state', 'age', 'owners'] as const

function rowOf(action: LedgerAction, { root, repository }: ListedActions, { cwd }: ListingOptions): Row {
  const { state, age, text, last } = action
  const path = seenFrom(cwd, join(root, last.path))
  return {
    state,
    style: stateStyles[state],
    age: counted(age, 'day'),
    owners: printable(ownersText(action)) || 'nobody',
    text: printable(text),
    place: printable(`${path}:${lineOf(last, repository)}`),
  }
}

function drawRow(row: Row, [state, age, owners]: readonly number[], options: ListingOptions): string {
  const cells = [
    paint(options, row.style, padded(row.state, state!)),
    ' '.repeat(age! - widthOf(row.age)) + row.age,
    padded(row.owners, Math.min(owners!, widestOwners)),
    row.text,
    paint(options, 'dim', row.place),
  ]
  return `  ${cells.join('  ')}\n`
}

function summaryOf(lists: readonly ListedActions[]): string {
  const all = lists.flatMap(({ actions }) => actions)
  if (!all.length) return 'No actions.\n'
  const open = all.filter(isOpen).length
  if (all.length === 1) return `1 action, ${open ? 'open' : 'not open'}.\n`
  return `${counted(all.length, 'action')}, ${open === all.length ? 'all' : open || 'none'} of them open.\n`
}

function paint({ colours }: ListingOptions, style: Parameters<typeof styleText>[0], text: string): string {
  return colours ? styleText(style, text, { validateStream: false }) : text
}
