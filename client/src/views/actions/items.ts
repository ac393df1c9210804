import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'
import { type ActionGroup, type Grouping, nobody } from './groups.ts'

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
  const shown = nameOf(label, mine)
  const item = new TreeItem(shown, state)
  item.id = `${grouping} ${mine} ${label}`
  item.description = String(actions.length)
  item.contextValue = 'group'
  if (grouping === 'owner' || mine) item.iconPath = new ThemeIcon(mine ? 'account' : 'person')
  item.accessibilityInformation = { label: `${shown}, ${actionsCounted(actions.length)}` }
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
  item.command = { command: openCommand, title: l10n.t('Open Action'), arguments: [action] }
  item.contextValue = isOpen(action) ? (carriesInto ? 'open carriable' : 'open') : 'closed'
  item.accessibilityInformation = {
    label: `${stateOf(state)}: ${text}, ${tooltipOf(action).split('\n').slice(1).join(', ')}`,
  }
  return item
}

export function isOpen({ state }: ActionEntry): boolean {
  return state === 'open' || state === 'carried'
}

/** What the group does not say already. */
function detailOf(action: ActionEntry, { mine }: ActionGroup, grouping: Grouping): string {
  const { owners, team, days } = action
  const owner = grouping === 'owner' && !mine ? [] : [owners.join(', ')]
  const own = grouping === 'owner' || mine ? [team] : []
  const age = isOpen(action) ? [daysCounted(days)] : [stateOf(action.state)]
  return [...age, ...(mine ? [] : owner), ...own].filter(Boolean).join(' · ')
}

function tooltipOf({ text, owners, team, state, days, meetings, origin, last }: ActionEntry): string {
  const who = owners.join(', ') || l10n.t('nobody')
  const promised = l10n.t('Promised by {0} in {1} on {2}', who, team, origin.day)
  const carried = meetings > 1 ? l10n.t(', in {0} minutes, last on {1}', meetings, last.day) : ''
  const isWaiting = state === 'open' || state === 'carried'
  const so = isWaiting
    ? openFor(days)
    : state === 'done'
      ? l10n.t('Done on {0}', last.day)
      : l10n.t('Dropped on {0}', last.day)
  return `${text}\n${promised}${carried}\n${so}`
}

function nameOf(label: string, mine: boolean): string {
  if (mine) return l10n.t('Mine')
  return label === nobody ? l10n.t('Nobody') : label
}

function stateOf(state: ActionEntry['state']): string {
  switch (state) {
    case 'open':
      return l10n.t('open')
    case 'carried':
      return l10n.t('carried')
    case 'done':
      return l10n.t('done')
    case 'dropped':
      return l10n.t('dropped')
  }
}

function openFor(days: number): string {
  return days === 1 ? l10n.t('Open for 1 day') : l10n.t('Open for {0} days', days)
}

function daysCounted(days: number): string {
  return days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days)
}

function actionsCounted(actions: number): string {
  return actions === 1 ? l10n.t('1 action') : l10n.t('{0} actions', actions)
}
