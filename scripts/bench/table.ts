import { type Figure, type Goal, isMet } from './figure.ts'

const head = ['', 'median', 'p95', 'min – max', 'runs', 'results', 'goal']

/** The figures as a table for people, in a type of fixed width: names to the left, numbers to the right. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(rowOf)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => aligned(row, widths)).join('\n')
}

function rowOf(figure: Figure): string[] {
  const { work, unit, values, results, goal } = figure
  const { count, median, p95, min, max } = values
  return [
    work,
    `${rounded(median)} ${unit}`,
    count > 5 ? `${rounded(p95)} ${unit}` : '',
    count > 1 ? `${rounded(min)} – ${rounded(max)}` : '',
    String(count),
    results ? `${range(results.least, results.most)} ${results.of}` : '',
    goal ? `${boundOf(goal)} ${unit}: ${isMet(figure, goal) ? 'met' : 'missed'}` : '',
  ]
}

function boundOf(goal: Goal): string {
  return 'atMost' in goal ? `${goal.value} ≤ ${goal.atMost}` : `${goal.value} ≥ ${goal.atLeast}`
}

function range(least: number, most: number): string {
  return least === most ? String(most) : `${least} – ${most}`
}

/** Three digits that count. */
function rounded(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

function aligned(row: readonly string[], widths: readonly number[]): string {
  const isName = (column: number) => column === 0 || column === row.length - 1
  const cells = row.map((cell, column) =>
    isName(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
  )
  return cells.join('   ').trimEnd()
}
