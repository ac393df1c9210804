import type { Span } from './span.ts'

/** Replaces what stands in `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span
  readonly newText: string
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText }
}

/** The text after edits, whose spans all refer to the text before and do not overlap. Their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let done = 0
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(done, edit.span.start) + edit.newText
    done = edit.span.end
  }
  return result + text.slice(done)
}
