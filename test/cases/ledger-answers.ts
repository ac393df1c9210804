import { ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { selected } from '../../server/src/core/authoring/ledger/select.ts'
import { ownersText } from '../../server/src/core/authoring/ledger/to-do-list.ts'
import type { Fence } from './document.ts'
import type { Stage, StagedFile } from './stage.ts'

/** What has become of what was promised. */
export const ledgerAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  ledger: ({ workspace: { repository }, today }, _, { words, values: { owner, team } }) => {
    const wanted = { open: words.includes('open'), owner, team }
    const drawn = selected(ledgerOf(repository, today), wanted, repository).map((action) => {
      const [from, to] = [action.origin, action.last].map(({ path, span }) => {
        const line = repository.summary(path)!.lines.lineAt(span.start) + 1
        return `${path}:${line}`
      })
      const place = from === to ? from : `${from} -> ${to}`
      const owners = ownersText(action) || 'nobody'
      return `${action.state} | ${owners} | ${action.text} | ${action.team} | ${action.age} days | ${place}\n`
    })
    return drawn.join('') || '(nothing)\n'
  },
}
