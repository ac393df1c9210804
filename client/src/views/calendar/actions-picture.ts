import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'
import type { Picture, PictureRow } from './picture.ts'
import type { Places } from './places.ts'

/** For how many days actions of a row have been waiting at the most. */
const ages = [
  { label: 'Up to 1 week', days: 7 },
  { label: 'Up to 2 weeks', days: 14 },
  { label: 'Up to 4 weeks', days: 28 },
  { label: 'Up to 3 months', days: 91 },
  { label: 'Up to 1 year', days: 365 },
  { label: 'Longer', days: Number.POSITIVE_INFINITY },
] as const

/** So many stand in a row before it goes on in the next one. */
const widest = 53

/** What is still to be done, a row for each age, the one that has waited longest first in its row. */
export function actionsPicture(actions: readonly ActionEntry[], places: Places): Picture {
  const open = actions.filter(({ state }) => state === 'open' || state === 'carried').sort((a, b) => b.days - a.days)
  const rows = ages.flatMap(({ label, days }, at) => {
    const youngest = ages[at - 1]?.days ?? -1
    const own = open.filter((action) => action.days > youngest && action.days <= days)
    return own.length ? rowsOf(`${label} (${own.length})`, own, places) : []
  })
  const states = (['open', 'carried'] as const).filter((state) => open.some((action) => action.state === state))
  return {
    title: 'Open Actions by Age',
    summary: open.length
      ? `${open.length} open ${open.length === 1 ? 'action' : 'actions'}`
      : 'Nobody has promised anything that is open.',
    columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    marks: [],
    rows,
    legend: states.map((state) => ({ state, label: meanings[state] })),
  }
}

const meanings = { open: 'open', carried: 'carried on by later minutes' } as const

function rowsOf(label: string, actions: readonly ActionEntry[], places: Places): PictureRow[] {
  const rows: PictureRow[] = []
  for (let from = 0; from < actions.length; from += widest) {
    const cells = actions.slice(from, from + widest).map((action, column) => ({
      column,
      part: 0,
      parts: 1,
      state: action.state as 'open' | 'carried',
      label: labelOf(action),
      place: places.add(action.last.location.uri, action.last.location.range),
    }))
    rows.push({ label: from ? '' : label, cells })
  }
  return rows
}

function labelOf({ text, owners, team, days, state }: ActionEntry): string {
  const age = `open for ${days} ${days === 1 ? 'day' : 'days'}`
  return `${owners.join(', ') || 'Nobody'}: ${text} – ${team}, ${age}${state === 'carried' ? ', carried on' : ''}`
}
