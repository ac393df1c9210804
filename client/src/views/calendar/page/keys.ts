import { select } from 'd3-selection'
import type { PictureCell } from '../picture.ts'

/** Makes the cells of a grid a single stop of the Tab key, in which the arrows move, and Enter, the space bar and a click open. */
export function moveAmong(grid: SVGSVGElement, open: (place: number) => void): void {
  const rows = [...grid.querySelectorAll('g.row')].map((row) => [...row.querySelectorAll<SVGGElement>('g.cell')])
  const all = rows.flat()
  all.at(0)?.setAttribute('tabindex', '0')
  const openCell = (cell: SVGGElement) => {
    const { place } = select<SVGGElement, PictureCell>(cell).datum()
    if (place !== undefined) open(place)
  }
  for (const cell of all) {
    cell.addEventListener('focus', () => {
      for (const other of all) other.setAttribute('tabindex', other === cell ? '0' : '-1')
    })
    cell.addEventListener('click', () => openCell(cell))
    cell.addEventListener('keydown', (event) => {
      const next = target(event, cell, rows)
      if (!next && event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (next) next.focus()
      else openCell(cell)
    })
  }
}

/** Where the cell with the focus is: the numbers of its grid and of the cell in it. */
export function focusedCell(): readonly [grid: number, cell: number] | undefined {
  const found = cellsOfGrids().flatMap((cells, grid) => {
    const cell = cells.indexOf(document.activeElement as SVGGElement)
    return cell < 0 ? [] : [[grid, cell] as const]
  })
  return found[0]
}

export function restoreFocus(focused: readonly [grid: number, cell: number] | undefined): void {
  if (focused) cellsOfGrids()[focused[0]]?.[focused[1]]?.focus({ preventScroll: true })
}

function cellsOfGrids(): SVGGElement[][] {
  const sections = [...document.querySelectorAll('section')]
  return sections.map((section) => [...section.querySelectorAll<SVGGElement>('[role=grid] g.cell')])
}

/** The cell to which a key leads, by where it is drawn: rows have not the same columns. */
function target(
  { key, ctrlKey }: KeyboardEvent,
  cell: SVGGElement,
  rows: readonly (readonly SVGGElement[])[],
): SVGGElement | undefined {
  const at = rows.findIndex((row) => row.includes(cell))
  const row = rows[at]!
  const column = row.indexOf(cell)
  if (key === 'ArrowRight') return row[column + 1] ?? cell
  if (key === 'ArrowLeft') return row[column - 1] ?? cell
  if (key === 'Home') return (ctrlKey ? rows.find(({ length }) => length) : row)?.[0]
  if (key === 'End') return (ctrlKey ? rows.findLast(({ length }) => length) : row)?.at(-1)
  if (key === 'ArrowDown')
    return (
      nearest(
        rows.slice(at + 1).find(({ length }) => length),
        cell,
      ) ?? cell
    )
  if (key === 'ArrowUp')
    return (
      nearest(
        rows.slice(0, at).findLast(({ length }) => length),
        cell,
      ) ?? cell
    )
  return undefined
}

function nearest(row: readonly SVGGElement[] | undefined, to: SVGGElement): SVGGElement | undefined {
  const left = (cell: SVGGElement) => cell.getBBox().x
  const far = (cell: SVGGElement) => Math.abs(left(cell) - left(to))
  return row?.reduce((best, next) => (far(next) < far(best) ? next : best))
}
