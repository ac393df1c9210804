import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foldsOf } from '../../server/src/core/ide/folding/folds.ts'
import { selectionsAt } from '../../server/src/core/ide/folding/selections.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { LineStarts } from '../../server/src/core/text/lines.ts'
import { contains, type Span } from '../../server/src/core/text/span.ts'
import { trimEnd } from '../../server/src/core/text/trim.ts'
import { markdownFiles } from './files.ts'

const files = [...markdownFiles('test'), ...markdownFiles('../shared/corpus')]
/** One of so many places of a large file is looked at. */
const step = 97
const large = 5000

describe('in every file', () => {
  it('folds stand in each other or behind each other', () => {
    for (const { path, text } of files) assertNested(path, text, foldsOf(readMinutes(path, text), false))
  })

  it('folds beside those of an editor that reads Markdown cut none of its sections', () => {
    for (const { path, text } of files) {
      const minutes = readMinutes(path, text)
      const theirs = minutes.sections.map(({ span }) => ({ span: trimEnd(text, span) }))
      assertNested(path, text, [...foldsOf(minutes, true), ...theirs])
    }
  })

  it('a selection holds its place and grows to the whole file', () => {
    for (const { path, text } of files) {
      const minutes = readMinutes(path, text)
      for (let offset = 0; offset <= text.length; offset += text.length > large ? step : 1) {
        const spans = selectionsAt(minutes, offset, false)
        assert.ok(!text || spans.at(-1)!.end === text.length, path)
        spans.forEach((span, at) => {
          assert.ok(span.start <= offset && offset <= span.end, `${path}: ${offset}`)
          const inner = spans[at - 1]
          assert.ok(!inner || (contains(span, inner) && !contains(inner, span)), `${path}: ${offset}`)
        })
      }
    }
  })
})

/** A line that is shown when one fold is closed cannot be the last one of another. */
function assertNested(path: string, text: string, folds: readonly { readonly span: Span }[]): void {
  const lines = new LineStarts(text)
  const placed = folds.map(({ span }) => ({ start: lines.lineAt(span.start), end: lines.lineAt(span.end) }))
  placed.sort((a, b) => a.start - b.start || b.end - a.end)
  const open: Span[] = []
  for (const fold of placed) {
    while (open.length && open.at(-1)!.end < fold.start) open.pop()
    const around = open.at(-1)
    assert.ok(!around || contains(around, fold), `${path}: ${JSON.stringify([around, fold])}`)
    open.push(fold)
  }
}
