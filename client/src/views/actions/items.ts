import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode'
import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'
import type { ActionGroup, Grouping } from './groups.ts'

/** A row of the view. */
export type Node =
  | { readonly kind: 'group'; readonly group: ActionGroup }
  | { readonly kind: 'action'; readonly action: ActionEntry; readonly group: ActionGroup }

/** Command of a row: it opens the action where it was last written. */
export const openCommand = 'minutes.openAction'

const icons = {
  open: new ThemeIcon('circle-large-outline'),
  carried: new ThemeIcon('history'),
  done: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  dropped: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
} as const

export function groupItem({ label, mine, actions }: ActionGroup, grouping: Grouping): TreeItem {
  const state = mine ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed
  const item = new TreeItem(label, state)
  item.id = `${grouping} ${mine} ${label}`
  item.description = String(actions.length)
  item.contextValue = 'group'
  if (grouping === 'owner' || mine) item.iconPath = new ThemeIcon(mine ? 'account' : 'person')
  item.accessibilityInformation = { label: `${label}, ${counted(actions.length, 'action')}` }
  return item
}

export function actionItem(action: ActionEntry, group: ActionGroup, grouping: Grouping): TreeItem {
  const { id, text, state, carriesInto, last } = action
  const item = new TreeItem(text, TreeItemCollapsibleState.None)
  // Somebody may be called "Mine".
  item.id = `${grouping} ${group.mine} ${group.label} ${last.location.uri} ${id}`
  item.description = detailOf(action, group, grouping)
  item.iconPath = icons[state]
  item.tooltip = tooltipOf(action)
  item.command = { command: openCommand, title: 'Open Action', arguments: [action] }
  item.contextValue = isOpen(action) ? (carriesInto ? 'open carriable' : 'open') : 'closed'
  item.accessibilityInformation = { label: `${state}: ${text}, ${tooltipOf(action).split('\n').slice(1).join(', ')}` }
  return item
}

/** Where the minutes stand that have the action last. */
export function uriOf({ last }: ActionEntry): Uri {
  return Uri.parse(last.location.uri)
}

export function isOpen({ state }: ActionEntry): boolean {
  return state === 'open' || state === 'carried'
}

/** What the group does not say already. */
function detailOf(action: ActionEntry, { mine }: ActionGroup, grouping: Grouping): string {
  const { owners, team, days } = action
  const owner = grouping === 'owner' && !mine ? [] : [owners.join(', ')]
  const own = grouping === 'owner' || mine ? [team] : []
  const age = isOpen(action) ? [counted(days, 'day')] : [action.state]
  return [...age, ...(mine ? [] : owner), ...own].filter(Boolean).join(' · ')
}

function tooltipOf({ text, owners, team, state, days, meetings, origin, last }: ActionEntry): string {
  const promised = `Promised by ${owners.join(', ') || 'nobody'} in ${team} on ${origin.day}`
  const carried = meetings > 1 ? `, in ${counted(meetings, 'minutes', 'minutes')}, last on ${last.day}` : ''
  const waiting =
    state === 'open' || state === 'carried' ? `Open for ${counted(days, 'day')}` : `${capital(state)} on ${last.day}`
  return `${text}\n${promised}${carried}\n${waiting}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}
