import { replace, type TextEdit } from './edit.ts'
import { lineAround, lineEndOf, nextLine } from './lines.ts'
import { slice } from './span.ts'

/** Puts lines below the one that holds an offset. `lines` begins with a line end. What follows is no part of them. */
export function below(text: string, offset: number, lines: string): TextEdit {
  const { end } = lineAround(text, offset)
  const next = lineAround(text, nextLine(text, end))
  // A paragraph right behind a list would be a part of its last item.
  const gap = next.start > end && slice(text, next).trim() ? lineEndOf(text) : ''
  return replace({ start: end, end }, lines + gap)
}
