import type { Minutes } from '../../minutes/minutes.ts'
import type { ListItem } from '../../syntax/facts.ts'

/** The bullet of a list item with the blanks behind it, for further items. A number, or a bullet alone on its line, tells of none. */
export function bulletOf({ text }: Minutes, item: ListItem | undefined): string {
  const bullet = item ? text.slice(item.marker.start, item.content) : ''
  return /^[-*+] {1,4}$/.test(bullet) ? bullet : '- '
}
