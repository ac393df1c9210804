import { join, relative, sep } from 'node:path'
import { styleText } from 'node:util'
import { isOpen, type LedgerAction } from '../../core/authoring/ledger/ledger.ts'
import { ownersText } from '../../core/authoring/ledger/to-do-list.ts'
import { padded, widthOf } from '../columns.ts'
import { counted } from '../counted.ts'
import { printable, printableStart } from '../printable.ts'
import { type ActionFormat, type ListedActions, type ListingOptions, lineOf } from './actions.ts'

const stateStyles = { open: 'yellow', carried: 'magenta', done: 'green', dropped: 'gray' } as const
/** Longer lists of owners push what is to be done out of sight. */
const widestOwners = 28

/**
 * The format for people: the actions of each team, in the order in which they were promised, aligned for a terminal.
 *
 *     Team Harbour
 *       carried  21 days  @ines-berg  count the rusty hooks  harbour/20250312.md:7
 */
export const textActions: ActionFormat = (lists, options) => {
  const rows = lists.flatMap((list) => list.actions.map((action) => rowOf(action, list, options)))
  const widths = columns.map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column]))))
  const teams = new Set(rows.map(({ team }) => team))
  const drawn = [...teams].map((team) => {
    const own = rows.filter((row) => row.team === team)
    return `${paint(options, 'bold', team)}\n${own.map((row) => drawRow(row, widths, options)).join('')}\n`
  })
  return drawn.join('') + summaryOf(lists)
}

type Row = Readonly<Record<'state' | 'age' | 'owners' | 'text' | 'place' | 'team', string>> & {
  readonly style: (typeof stateStyles)[keyof typeof stateStyles]
}

const columns = ['state', 'age', 'owners'] as const

function rowOf(action: LedgerAction, { root, repository }: ListedActions, { cwd }: ListingOptions): Row {
  const { state, age, text, team, last } = action
  const path = relative(cwd, join(root, last.path)).split(sep).join('/')
  return {
    state,
    style: stateStyles[state],
    age: counted(age, 'day'),
    owners: printable(ownersText(action)) || 'nobody',
    text: printable(text),
    place: printable(`${path}:${lineOf(last, repository)}`),
    team: printableStart(team),
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
