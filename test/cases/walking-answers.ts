import { findSymbols } from '../../server/src/core/ide/symbols/find-symbols.ts'
import type { Fence } from './document.ts'
import type { Stage, StagedFile } from './stage.ts'

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
}

const nothing = '(nothing)\n'
