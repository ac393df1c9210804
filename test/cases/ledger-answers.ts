import { carriesInto, carryOver, noLaterMinutes } from '../../server/src/core/authoring/ledger/carry-over.ts'
import { actionOnLine, type LedgerAction, ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { markDone } from '../../server/src/core/authoring/ledger/mark-done.ts'
import { selected } from '../../server/src/core/authoring/ledger/select.ts'
import { ownersText } from '../../server/src/core/authoring/ledger/to-do-list.ts'
import type { Refusal } from '../../server/src/core/authoring/refusal.ts'
import { applyEdits, type TextEdit } from '../../server/src/core/text/edit.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

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
    return drawn.join('') || nothing
  },
  done: (stage, file) => {
    const { repository } = stage.workspace
    const { path, span } = actionAtCursor(stage, file).last
    const minutes = stage.workspace.minutes(path)!
    return changed(minutes.text, markDone(minutes, span.start, repository))
  },
  carried: (stage, file, { values: { into } }) => {
    const { repository } = stage.workspace
    const action = actionAtCursor(stage, file)
    const path = into ?? carriesInto(action, repository)
    if (path === undefined) return changed('', noLaterMinutes(action))
    const [from, minutes] = [action.last.path, path].map((one) => stage.workspace.minutes(one)!)
    return changed(minutes!.text, carryOver(action, from!, minutes!, repository))
  },
}

function actionAtCursor({ workspace: { repository }, today }: Stage, { path, offset = 0 }: StagedFile): LedgerAction {
  return actionOnLine(path, offset, repository, today)!
}

function changed(text: string, edits: readonly TextEdit[] | Refusal): string {
  return 'refused' in edits ? `(${edits.refused})\n` : applyEdits(text, edits)
}
