import { select } from 'd3-selection'
import type { Picture } from '../picture.ts'
import { drawGrid, drawSample } from './grid.ts'
import { focusedCell, moveAmong, restoreFocus } from './keys.ts'

/** Draws the pictures, one below the other. The cell that has the focus keeps it, when it is still there. */
export function drawPictures(pictures: readonly Picture[], open: (place: number) => void): void {
  const focused = focusedCell()
  const sections = select('#pictures').selectAll<HTMLElement, Picture>('section').data(pictures).join('section')
  sections.each(function (picture, number) {
    const section = select<HTMLElement, Picture>(this)
    section.selectAll('*').remove()
    section.append('h2').attr('id', `title-${number}`).text(picture.title)
    section.append('p').attr('id', `summary-${number}`).text(picture.summary)
    if (picture.rows.length) {
      const frame = section.append('div').attr('class', 'frame')
      const grid = frame.append('svg').attr('aria-labelledby', `title-${number}`)
      grid.attr('aria-describedby', `summary-${number}`)
      drawGrid(grid.node()!, picture, frame.node()!.clientWidth)
      moveAmong(grid.node()!, open)
    }
    const legend = section.append('ul').attr('class', 'legend')
    for (const { state, label } of picture.legend) {
      const item = legend.append('li')
      drawSample(item.append('svg').attr('aria-hidden', 'true').node()!, state)
      item.append('span').text(label)
    }
  })
  restoreFocus(focused)
}
