import { complete } from '../../server/src/core/ide/completion/complete.ts'
import type { Completion } from '../../server/src/core/ide/completion/completion.ts'
import { type OutlineItem, outlineOf } from '../../server/src/core/ide/outline/outline.ts'
import { fixAll, isSafe } from '../../server/src/core/rules/fix-all.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { slice } from '../../server/src/core/text/span.ts'
import { authoringAnswers, refreshed } from './authoring-answers.ts'
import { calendarAnswers } from './calendar-answers.ts'
import type { Fence } from './document.ts'
import { issueAnswers, rewritten } from './issue-answers.ts'
import { ledgerAnswers } from './ledger-answers.ts'
import { navigationAnswers } from './navigation-answers.ts'
import { pasteAnswers } from './paste-answers.ts'
import { readingAnswers } from './reading-answers.ts'
import { renameAnswers } from './rename-answers.ts'
import { setUpAnswers } from './set-up-answers.ts'
import { type Stage, type StagedFile, withCursor } from './stage.ts'
import { walkingAnswers } from './walking-answers.ts'

type Answer = (stage: Stage, file: StagedFile, fence: Fence) => string

const more: Readonly<Record<string, Answer>> = {
  ...navigationAnswers,
  ...renameAnswers,
  ...readingAnswers,
  ...issueAnswers,
  ...walkingAnswers,
  ...pasteAnswers,
  ...ledgerAnswers,
  ...authoringAnswers,
  ...calendarAnswers,
  ...setUpAnswers,
}

/** What each kind of fence behind a file shows. */
export const answers: Readonly<Record<string, Answer>> = {
  fixed: (stage, file, fence) =>
    fence.words[0] === 'safe' ? afterSafeFixes(stage, file) : afterSuggestion(stage, file, fence),
  answer: (stage, file, fence) => {
    if (fence.words[0] === 'completion') return completions(stage, file, fence).map(completionLine).join('')
    if (fence.words[0] === 'outline') return outline(stage, file)
    if (fence.words[0] === 'handles') return handles(stage, file)
    const answer = more[fence.words[0] ?? '']
    if (answer) return answer(stage, file, fence)
    throw new Error(`There is no answer "${fence.words[0]}".`)
  },
  rewritten,
  refreshed,
  saved: (stage, file, fence) => afterSave(stage, file, fence),
  accepted: (stage, file, fence) => accepted(file, completions(stage, file, fence)[Number(fence.words[0]) - 1]!),
}

function afterSafeFixes({ workspace }: Stage, { path, text }: StagedFile): string {
  const findings = workspace.check(workspace.minutes(path)!)
  return applyEdits(text, fixAll(findings, isSafe).edits)
}

/** A file after a suggested fix. Where the fix renames the file, the fence must say the new path. */
function afterSuggestion({ workspace, files }: Stage, { path }: StagedFile, { words, values }: Fence): string {
  const fixes = workspace.check(workspace.minutes(path)!).flatMap((finding) => finding.fixes())
  const fix = fixes[Number(words[1] ?? 1) - 1]
  if (!fix) return `(There are ${fixes.length} fixes.)\n`
  if (fix.safety !== 'suggested') return `(The fix is ${fix.safety}.)\n`
  const shown = values.path ?? path
  const before = fix.rename?.to === shown ? fix.rename.from : shown
  if (fix.rename && fix.rename.from === shown) return `(The file is called ${fix.rename.to} now.)\n`
  const text = files.find((file) => file.path === before)?.text ?? workspace.text(before)
  if (text === undefined) return `(There is no file ${shown}.)\n`
  return applyEdits(
    text,
    fix.edits.filter((edit) => edit.path === before),
  )
}

/** The picture that a fix stores. */
function afterSave({ workspace }: Stage, { path }: StagedFile, { words }: Fence): string {
  const fixes = workspace.check(workspace.minutes(path)!).flatMap((finding) => finding.fixes())
  const save = fixes[Number(words[0] ?? 1) - 1]?.save
  return save ? `${save.url} -> ${save.to}\n` : `(There are ${fixes.length} fixes; this one stores nothing.)\n`
}

function completions({ workspace, today }: Stage, { path, offset }: StagedFile, { words }: Fence): Completion[] {
  if (offset === undefined) throw new Error('Completion needs a cursor: <|>')
  const hostReadsMarkdown = words.includes('host')
  return complete({
    minutes: workspace.minutes(path)!,
    repository: workspace.repository,
    offset,
    today,
    hostReadsMarkdown,
  })
}

function completionLine({ label, description, detail }: Completion): string {
  return `${label} | ${description} | ${detail}\n`
}

function accepted({ text }: StagedFile, { span, newText, caret, otherEdits = [] }: Completion): string {
  const marked = caret === undefined ? withCursor(newText, newText.length) : withCursor(newText, caret)
  return applyEdits(text, [{ span, newText: marked }, ...otherEdits])
}

/** The handles of a file, with what their links lead to. */
function handles({ workspace }: Stage, { path }: StagedFile): string {
  const minutes = workspace.minutes(path)!
  return minutes.handles
    .map(({ span, name, link }) => {
      const written = slice(minutes.text, span)
      const shown = written === `@${name}` ? written : `${written} (${name})`
      return link ? `${shown} -> ${slice(minutes.text, link.destination)}\n` : `${shown}\n`
    })
    .join('')
}

function outline({ workspace }: Stage, { path }: StagedFile): string {
  const minutes = workspace.minutes(path)!
  const draw = (item: OutlineItem, depth: number): string => {
    const detail = item.detail && ` (${item.detail})`
    return `${'  '.repeat(depth)}${item.kind} ${item.name}${detail}\n${item.children.map((child) => draw(child, depth + 1)).join('')}`
  }
  return outlineOf(minutes, workspace.repository)
    .map((item) => draw(item, 0))
    .join('')
}
