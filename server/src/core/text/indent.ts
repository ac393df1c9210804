const tab = 4

/** How many columns the blanks at an offset take: how far to the right a line stands that starts there. */
export function indentAt(text: string, start: number): number {
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end += 1
  return columnsOf(text.slice(start, end))
}

/** How many columns the beginning of a line takes; a tab leads to the next stop, as in CommonMark. */
export function columnsOf(beginning: string): number {
  let column = 0
  for (const character of beginning) column += character === '\t' ? tab - (column % tab) : 1
  return column
}
