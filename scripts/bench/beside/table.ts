import { type Goal, isMet } from '../figure.ts'
import type { Row } from './row.ts'

const ours = 'minutes'

/**
 * A table in Markdown: for each server median and p95, how many times as long as ours it takes, and in brackets how many results its answers had.
 */
export function tableOf(rows: readonly Row[], names: readonly string[]): string {
  const head = ['', 'goal', ...names]
  const lines = rows.map((row) => [`${row.work}, ${row.unit}`, goalOf(row), ...names.map((name) => cellOf(row, name))])
  const rule = head.map((_, column) => (column < 1 ? '---' : '--:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function goalOf({ goals, figures }: Row): string {
  if (!goals.length) return ''
  const figure = figures.get(ours)
  const bounds = goals.map((goal) => `${goal.value} ${boundOf(goal)}`).join(', ')
  return `${bounds}: ${figure && goals.every((goal) => isMet(figure, goal)) ? 'met' : '**missed**'}`
}

function boundOf(goal: Goal): string {
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
}

function cellOf({ figures, unit }: Row, name: string): string {
  const figure = figures.get(name)
  if (!figure) return '–'
  const { median, p95, count } = figure.values
  const time = count > 5 ? `${rounded(median)} / ${rounded(p95)}` : rounded(median)
  const own = figures.get(ours)?.values.median
  const ratio = name !== ours && own && unit !== 's' ? ` ×${rounded(median / own)}` : ''
  const { results } = figure
  const counts = results ? ` (${results.least === results.most ? '' : `${results.least}–`}${results.most})` : ''
  return `${time}${ratio}${counts}`
}

/** Two or three digits that count. */
function rounded(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
