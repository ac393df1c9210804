import { select } from 'd3-selection'
import type { Choice } from '../picture.ts'

/** Draws a list for each choice. Whoever has the focus in one keeps it. */
export function drawChoices(choices: readonly Choice[], choose: (choice: number, option: number) => void): void {
  const labels = select('#choices').selectAll<HTMLLabelElement, Choice>('label').data(choices)
  const added = labels.enter().append('label')
  added.append('span')
  added.append('select')
  labels.merge(added).each(function ({ label, options, chosen }, number) {
    select(this).select('span').text(label)
    const list = select(this).select<HTMLSelectElement>('select')
    list
      .selectAll('option')
      .data(options)
      .join('option')
      .attr('value', (_, at) => at)
      .text((text) => text)
    list.property('selectedIndex', chosen)
    list.on('change', (event: Event) => choose(number, (event.target as HTMLSelectElement).selectedIndex))
  })
}
