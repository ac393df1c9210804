import type { ActionEntry } from '../../../../server/src/lsp/protocol.ts'
import type { Picture, PictureRow } from './picture.ts'
import type { Places } from './places.ts'
import type { Words } from './words.ts'

interface Age {
  readonly label: string
  /** For how many days actions have been waiting at the most. */
  readonly days: number
}

/** So many stand in a row before it goes on in the next one. */
const widest = 53

/** What is still to be done, a row for each age, the one that has waited longest first in its row. */
export function actionsPicture(actions: readonly ActionEntry[], places: Places, l10n: Words): Picture {
  const ages = agesIn(l10n)
  const meanings = { open: l10n.t('open'), carried: l10n.t('carried on by later minutes') } as const
  const open = actions.filter(({ state }) => state === 'open' || state === 'carried').sort((a, b) => b.days - a.days)
  const rows = ages.flatMap(({ label, days }, at) => {
    const youngest = ages[at - 1]?.days ?? -1
    const own = open.filter((action) => action.days > youngest && action.days <= days)
    return own.length ? rowsOf(`${label} (${own.length})`, own, places, l10n) : []
  })
  const states = (['open', 'carried'] as const).filter((state) => open.some((action) => action.state === state))
  return {
    title: l10n.t('Open Actions by Age'),
    summary: open.length
      ? l10n.t('Open actions: {0}', open.length)
      : l10n.t('Nobody has promised anything that is open.'),
    columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    marks: [],
    rows,
    legend: states.map((state) => ({ state, label: meanings[state] })),
  }
}

function agesIn(l10n: Words): Age[] {
  return [
    { label: l10n.t('Up to 1 week'), days: 7 },
    { label: l10n.t('Up to 2 weeks'), days: 14 },
    { label: l10n.t('Up to 4 weeks'), days: 28 },
    { label: l10n.t('Up to 3 months'), days: 91 },
    { label: l10n.t('Up to 1 year'), days: 365 },
    { label: l10n.t('Longer'), days: Number.POSITIVE_INFINITY },
  ]
}

function rowsOf(label: string, actions: readonly ActionEntry[], places: Places, l10n: Words): PictureRow[] {
  const rows: PictureRow[] = []
  for (let from = 0; from < actions.length; from += widest) {
    const cells = actions.slice(from, from + widest).map((action, column) => ({
      column,
      part: 0,
      parts: 1,
      state: action.state as 'open' | 'carried',
      label: labelOf(action, l10n),
      place: places.add(action.last.location.uri, action.last.location.range),
    }))
    rows.push({ label: from ? '' : label, cells })
  }
  return rows
}

function labelOf({ text, owners, team, days, state }: ActionEntry, l10n: Words): string {
  const age = days === 1 ? l10n.t('open for 1 day') : l10n.t('open for {0} days', days)
  const carried = state === 'carried' ? `, ${l10n.t('carried on by later minutes')}` : ''
  return `${owners.join(', ') || l10n.t('Nobody')}: ${text} – ${team}, ${age}${carried}`
}
