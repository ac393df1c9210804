import { scaleBand } from 'd3-scale'
import { type Selection, select } from 'd3-selection'
import type { CellState, Picture, PictureCell, PictureRow } from '../picture.ts'

/** Pixels. A column gets narrower where a picture would be wider than the page, but not so narrow that nobody can hit a cell. */
const widest = 16
const narrowest = 11
const labelWidth = 190
const markHeight = 18
/** What a mark needs, so that it does not run into the next one. */
const markWidth = 28
/** Room for the mark of the last column. */
const margin = 14

/** What tells the states apart for those who do not see the colours. */
const signs: Readonly<Record<CellState, string>> = {
  reported: '✓',
  held: '',
  late: '!',
  missing: '×',
  present: '',
  absent: '·',
  open: '',
  carried: '↻',
}

/** Draws a picture as a grid of cells, in a page that is so many pixels wide: rows with their labels, and marks above the columns. */
export function drawGrid(element: SVGSVGElement, picture: Picture, width: number): void {
  const svg = select(element)
  const { rows, columns } = picture
  const size = Math.max(narrowest, Math.min(widest, Math.floor((width - labelWidth - margin) / columns)))
  const marks = apart(picture.marks, markWidth / size)
  const top = marks.length ? markHeight : 0
  const numbers = Array.from({ length: columns }, (_, at) => at)
  const x = scaleBand<number>(numbers, [labelWidth, labelWidth + columns * size]).paddingInner(0.15)
  const y = scaleBand<number>(
    rows.map((_, at) => at),
    [top, top + rows.length * widest],
  ).paddingInner(0.15)
  svg
    .attr('role', 'grid')
    .attr('width', labelWidth + columns * size + margin)
    .attr('height', top + rows.length * widest + 2)
  svg
    .selectAll('text.mark')
    .data(marks)
    .join('text')
    .attr('class', 'mark')
    .attr('aria-hidden', 'true')
    .attr('x', ({ column }) => x(column)!)
    .attr('y', markHeight - 6)
    .text(({ label }) => label)
  const groups = svg
    .selectAll<SVGGElement, PictureRow>('g.row')
    .data(rows)
    .join('g')
    .attr('class', 'row')
    .attr('role', 'row')
  groups
    .append('text')
    .attr('class', 'label')
    .attr('role', 'rowheader')
    .attr('x', labelWidth - 8)
    .attr('y', (_, at) => y(at)! + y.bandwidth() - 3)
    .text(({ label }) => shortened(label))
  groups.each(function ({ cells }, row) {
    const drawn = select(this).selectAll<SVGGElement, PictureCell>('g').data(cells).join('g')
    drawn.each(function (cell) {
      const width = x.bandwidth() / cell.parts
      const at = { x: x(cell.column)! + cell.part * width, y: y(row)! }
      const group = select<SVGGElement, PictureCell>(this)
      group
        .attr('class', `cell ${cell.state}`)
        .attr('role', 'gridcell')
        .attr('aria-label', cell.label)
        .attr('tabindex', -1)
      group.classed('opens', cell.place !== undefined)
      drawCell(group, cell.state, { ...at, width, height: y.bandwidth() })
      group.append('title').text(cell.label)
    })
  })
}

/** Draws a cell of a legend. */
export function drawSample(element: SVGSVGElement, state: CellState): void {
  const svg = select(element)
  svg.attr('width', widest).attr('height', widest)
  const group = svg.append('g').attr('class', `cell ${state}`)
  drawCell(group, state, { x: 1, y: 1, width: widest - 2.4, height: widest - 2.4 })
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawCell<Datum>(
  group: Selection<SVGGElement, Datum, null, undefined>,
  state: CellState,
  { x, y, width, height }: Box,
): void {
  group.append('rect').attr('x', x).attr('y', y).attr('width', width).attr('height', height).attr('rx', 2)
  if (!signs[state]) return
  group
    .append('text')
    .attr('class', 'sign')
    .attr('aria-hidden', 'true')
    .attr('x', x + width / 2)
    .attr('y', y + height / 2)
    .text(signs[state])
}

/** The marks that leave each other room, the first ones first. */
function apart(marks: Picture['marks'], columns: number): Picture['marks'] {
  const kept: { readonly column: number; readonly label: string }[] = []
  for (const mark of marks) if (mark.column - (kept.at(-1)?.column ?? -columns) >= columns) kept.push(mark)
  return kept
}

/** What is longer would run out of the picture; the cells say it whole. */
function shortened(label: string): string {
  return label.length > 28 ? `${label.slice(0, 27)}…` : label
}
