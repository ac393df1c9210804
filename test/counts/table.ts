import type { Work } from './served.ts'

/** A step, with what it cost in repositories of several sizes. */
export interface Row {
  readonly name: string
  readonly works: readonly Work[]
}

const columns: readonly (readonly [title: string, of: (work: Work) => number])[] = [
  ['read', ({ read }) => read],
  ['skimmed', ({ skimmed }) => skimmed],
  ['checked', ({ checked }) => checked],
  ['looked at', ({ consulted }) => consulted],
  ['messages', ({ messages }) => messages],
  // What differs by a few bytes, such as the wording of a message, is no news.
  ['bytes up to', ({ bytes }) => Math.ceil(bytes / 100) * 100],
]

/** A Markdown table. Where the sizes differ, a cell has the number of each. */
export function drawnTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, works }) => [name, ...columns.map(([, of]) => cell(works.map(of)))])
  const head = ['', ...columns.map(([title]) => title)]
  const rule = ['---', ...columns.map(() => '--:')]
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** A document with another table in place of its own. */
export function withTable(document: string, table: string): string {
  return document.replace(/^\|[\s\S]*\|\n/m, table)
}

function cell(numbers: readonly number[]): string {
  return new Set(numbers).size === 1 ? String(numbers[0]) : numbers.join(' / ')
}
