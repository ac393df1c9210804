import { foldsOf } from '../../server/src/core/ide/folding/folds.ts'
import { selectionsAt } from '../../server/src/core/ide/folding/selections.ts'
import { findSymbols } from '../../server/src/core/ide/symbols/find-symbols.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** How an editor shows the way to a place, and what belongs together. */
export const walkingAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  symbols: ({ workspace: { repository } }, _, { words, values: { query: text = '', most = 1000 } }) => {
    const found = findSymbols({ text, most: Number(most), hostReadsMarkdown: words.includes('host') }, repository)
    const drawn = found.map(({ kind, name, container, path, span }) => {
      const line = repository.summary(path)!.lines.lineAt(span.start) + 1
      return `${kind} ${name}${container && ` (${container})`} ${path}:${line}\n`
    })
    return drawn.join('') || nothing
  },
  folds: ({ workspace }, { path, text }, { words }) => {
    const lines = new LineIndex(text)
    const drawn = foldsOf(workspace.minutes(path)!, words.includes('host')).map(({ kind, span }) => {
      const [first, last] = [lines.lineAt(span.start), lines.lineAt(span.end)]
      return `${kind} ${first + 1}-${last + 1} ${slice(text, lines.span(first))} … ${slice(text, lines.span(last))}\n`
    })
    return drawn.join('') || nothing
  },
  selection: ({ workspace }, { path, text, offset }, { words }) => {
    if (offset === undefined) throw new Error('A selection needs a cursor: <|>')
    const spans = selectionsAt(workspace.minutes(path)!, offset, words.includes('host'))
    return spans.map((span) => `${JSON.stringify(slice(text, span))}\n`).join('') || nothing
  },
}
