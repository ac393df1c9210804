import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'

export const groupings = ['owner', 'team', 'meeting'] as const
export type Grouping = (typeof groupings)[number]

/** Actions that belong together in the view. */
export interface ActionGroup {
  readonly label: string
  /** Whether they are the user's own, which stand first. */
  readonly mine: boolean
  readonly actions: readonly ActionEntry[]
}

/**
 * The groups of a view: what is the user's own first, then by owner or team in the order of their names, or by the meeting that had them last, the
 * latest first. An action of several owners is in the group of each. Within a group the latest promise stands first.
 */
export function groupsOf(actions: readonly ActionEntry[], grouping: Grouping): ActionGroup[] {
  const mine = actions.filter((action) => action.mine)
  const others = new Map<string, ActionEntry[]>()
  for (const action of grouping === 'owner' ? actions.filter((one) => !one.mine) : actions) {
    for (const label of labelsOf(action, grouping)) {
      const group = others.get(label)
      if (group) group.push(action)
      else others.set(label, [action])
    }
  }
  const sorted = [...others].sort(([a], [b]) => (grouping === 'meeting' ? latestFirst(a, b) : byName(a, b)))
  return [
    ...(mine.length ? [{ label: 'Mine', mine: true, actions: newestFirst(mine) }] : []),
    ...sorted.map(([label, own]) => ({ label, mine: false, actions: newestFirst(own) })),
  ]
}

/** Whether an action says a text somewhere that people look at. */
export function isAbout({ text, owners, team }: ActionEntry, words: string): boolean {
  const shown = [text, team, ...owners].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word))
}

export const nobody = 'Nobody'

function labelsOf({ owners, team, last }: ActionEntry, grouping: Grouping): readonly string[] {
  if (grouping === 'team') return [team]
  if (grouping === 'meeting') return [`${last.day} ${team}`]
  return owners.length ? owners : [nobody]
}

function newestFirst(actions: readonly ActionEntry[]): ActionEntry[] {
  return [...actions].reverse()
}

/** Nobody's actions stand last. */
function byName(a: string, b: string): number {
  if (a === nobody || b === nobody) return a === nobody ? 1 : -1
  return a.localeCompare(b)
}

function latestFirst(a: string, b: string): number {
  return b.slice(0, 10).localeCompare(a.slice(0, 10)) || a.localeCompare(b)
}
