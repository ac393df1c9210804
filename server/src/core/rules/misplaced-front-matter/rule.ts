import { misplacedFrontMatter } from '../../minutes/misplaced-front-matter.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { lineAround, lineEndOf } from '../../text/lines.ts'
import { type Span, slice, span } from '../../text/span.ts'
import { trim } from '../../text/trim.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'misplaced-front-matter',
  title: 'Front matter of a deck below line 1',
  severity: 'warning',
  fix: 'safe',
  scope: 'markdown',
  alone: true,
  options: noOptions,
  messages: {
    misplaced:
      'This is meant as front matter, but front matter starts on line 1. Here it is text: nobody sees that the file is a deck, and its settings are shown to readers. Move it to the top.',
  },
  *check({ minutes: { text, facts, path } }) {
    const found = misplacedFrontMatter(text, facts)
    if (!found) return
    const fence = span(found.start, found.start + '---'.length)
    yield { span: fence, message: 'misplaced', fixes: () => fixesOf(text, found, path) }
  },
})

/** A comment in the fence's line would make it none on line 1. */
function fixesOf(text: string, found: Span, path: string): Fix[] {
  return slice(text, lineAround(text, found.start)).includes('<!--') ? [] : [moveToTop(text, found, path)]
}

/** What stood above it stands below it then; blank lines above it go. */
function moveToTop(text: string, found: Span, path: string): Fix {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const above = trim(text, span(start, found.start))
  const lineEnd = lineEndOf(text)
  const below =
    above.end > above.start
      ? lineEnd + lineEnd + slice(text, span(Math.max(start, lineAround(text, above.start).start), above.end))
      : ''
  return {
    title: 'Move the front matter to the top',
    safety: 'safe',
    edits: [edit(path, span(start, found.end), slice(text, found) + below)],
  }
}
