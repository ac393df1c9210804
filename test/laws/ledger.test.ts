import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { readLabels, recognitionOf } from '../../scripts/bench/carried.ts'
import { labelledFolder, minutesIn } from '../../scripts/bench/subject.ts'
import { carriesInto, carryOver } from '../../server/src/core/authoring/ledger/carry-over.ts'
import { actionOnLine, isOpen, ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { markDone } from '../../server/src/core/authoring/ledger/mark-done.ts'
import type { Refusal } from '../../server/src/core/authoring/refusal.ts'
import { daysBetween } from '../../server/src/core/minutes/calendar.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'
import { applyEdits, type TextEdit } from '../../server/src/core/text/edit.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { readWorkspace } from '../cases/stage.ts'

/**
 * 70 pairs, found by reading the minutes of six teams one after the other, and in all series whatever has half of an action's words in one of the
 * next four meetings. They were labelled before there was anything that recognises actions.
 */
const today = '2025-04-01'
const skip = existsSync(labelledFolder) ? false : 'There are no real minutes at hand.'

test('of the actions that real minutes carry on most are known again, and hardly any other is taken for one', {
  skip,
}, () => {
  const repository = newRepository()
  for (const minutes of minutesIn(labelledFolder)) repository.set(summarise(minutes))
  const { recognised, missed, wrong, confused } = recognitionOf(repository, readLabels())
  const told = JSON.stringify({ missed, wrong, confused }, undefined, 2)
  assert.ok(recognised.length / (recognised.length + missed.length) >= 0.85, told)
  assert.ok(recognised.length / (recognised.length + wrong.length) >= 0.95, told)
  assert.deepEqual(confused, [])
})

test('each label is a pair of two places, and none is labelled twice', () => {
  const { carried, others } = readLabels()
  const pairs = [...carried, ...others].map((pair) => pair.join(' '))
  assert.ok(pairs.length >= 60)
  assert.equal(new Set(pairs).size, pairs.length)
  for (const pair of pairs) assert.match(pair, /^[\w/-]+\.md:[1-9][0-9]* [\w/-]+\.md:[1-9][0-9]*$/)
})

const texts = [
  'AI @ines: oil the old hooks\n',
  'AI @ines: oil the old hooks ✅\n',
  'AI @bo: count the ropes of the pier\n- AI @ines: oil the old hooks\n',
  '# Nothing\n',
]

test('the ledger is the sum of the files, in whatever way they came to be', () => {
  const changed = newRepository()
  for (let step = 0; step < 60; step += 1) {
    const path = `${step % 2 ? 'crane' : 'pier'}/2025030${1 + (step % 7)}.md`
    if (step % 9 === 4) changed.delete(path)
    else changed.set(summarise(readMinutes(path, texts[(step * 3 + (step >> 2)) % texts.length]!)))
    const fresh = newRepository()
    for (const summary of changed.summaries) fresh.set(summary)
    assert.deepEqual(drawn(changed), drawn(fresh))
  }
})

for (const folder of [labelledFolder, 'test/sample'].filter(existsSync)) {
  test(`whatever is marked as done or carried over in ${folder} is read as such, and lints clean`, () => {
    const all = minutesIn(folder)
    const workspace = readWorkspace(all.map(({ path, text }) => [path, text]))
    const minutesOf = new Map(all.map((minutes) => [minutes.path, minutes]))
    const open = ledgerOf(workspace.repository, today).filter(isOpen)
    assert.ok(open.length > 0)
    for (const [at, action] of open.entries()) {
      const minutes = minutesOf.get(action.last.path)!
      assertClean(minutes, markDone(minutes, action.last.span.start, workspace.repository), workspace, at)
      const marked = actionOnLine(minutes.path, action.last.span.start, workspace.repository, today)
      assert.deepEqual([action.last.path, action.text, marked?.state], [action.last.path, action.text, 'done'])
      workspace.repository.set(summarise(minutes))
      const into = minutesOf.get(carriesInto(action, workspace.repository) ?? '')
      if (!into) continue
      assertClean(into, carryOver(action, minutes, into, workspace.repository), workspace, at, minutes)
      const carried = ledgerOf(workspace.repository, today).find(({ id }) => id === action.id)
      const isLong = action.text.split(/\s+/).length > 4 && daysBetween(action.last.day, into.date!.iso!) < 30
      if (isLong) assert.deepEqual([action.text, carried?.last.path], [action.text, into.path])
      workspace.repository.set(summarise(into))
    }
  })
}

/**
 * What is written brings no finding but those that the line had where it was carried from. Findings take time, so that in a large repository only those
 * of some files are asked for.
 */
function assertClean(
  minutes: Minutes,
  edits: readonly TextEdit[] | Refusal,
  workspace: Workspace,
  at: number,
  from = minutes,
): void {
  assert.ok(!('refused' in edits), `${minutes.path}: ${JSON.stringify(edits)}`)
  const rulesIn = (one: Minutes) => workspace.check(one).map(({ rule }) => rule)
  const known = at % 5 ? [] : [...rulesIn(minutes), ...rulesIn(from)]
  const after = readMinutes(minutes.path, applyEdits(minutes.text, edits))
  workspace.repository.set(summarise(after))
  if (at % 5) return
  const added = workspace.check(after).filter(({ rule }) => !known.includes(rule))
  assert.deepEqual(
    added.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    minutes.path,
  )
}

function drawn(repository: Repository): string[] {
  return ledgerOf(repository, today)
    .map((action) => JSON.stringify(action))
    .sort()
}

function newRepository(): Repository {
  return new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
}
