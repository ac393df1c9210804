import { hintsIn } from '../../server/src/core/ide/hints/hints.ts'
import { lensesOf } from '../../server/src/core/ide/lens/lens.ts'
import { tokensIn } from '../../server/src/core/ide/tokens/tokens.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** What an editor shows beside the text of a file. */
export const readingAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  lenses: ({ workspace }, { path, text }, { words }) => {
    const wanted = words.length > 1 ? words.slice(1) : ['reports', 'actions', 'links']
    const lenses = lensesOf(workspace.minutes(path)!, workspace.repository, new Set(wanted) as never)
    const index = new LineIndex(text)
    const drawn = lenses.map(({ span, title, spots }) => {
      const places = spots.map((spot) => `  ${spot.path}:${lineOf(spot.path, spot.span.start, workspace) + 1}\n`)
      return `[${title}] ${slice(text, index.span(index.lineAt(span.start)))}\n${places.join('')}`
    })
    return drawn.join('') || nothing
  },
  hints: ({ workspace }, { path, text }, { words }) => {
    const wanted = new Set(words.length > 1 ? words.slice(1) : ['weekdays', 'titles'])
    const part = { start: 0, end: text.length }
    const hints = hintsIn(workspace.minutes(path)!, workspace.repository, part, wanted as never)
    let shown = text
    for (const { offset, label } of [...hints].reverse())
      shown = `${shown.slice(0, offset)}⟨${label}⟩${shown.slice(offset)}`
    const lines = shown.split('\n').filter((line) => line.includes('⟨'))
    return lines.length ? `${lines.join('\n')}\n` : nothing
  },
  tokens: ({ workspace }, { path, text }) => {
    const tokens = tokensIn(workspace.minutes(path)!, workspace.repository, { start: 0, end: text.length })
    const drawn = tokens.map(({ span, kind, known }) => {
      const state = kind === 'handle' ? (known ? 'known' : 'unknown') : known ? 'live' : 'dead'
      return `${state} ${kind} ${slice(text, span)}\n`
    })
    return drawn.join('') || nothing
  },
}

function lineOf(path: string, offset: number, { repository }: Stage['workspace']): number {
  return repository.summary(path)!.lines.lineAt(offset)
}
