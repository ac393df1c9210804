import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { readLabels, recognitionOf } from '../../scripts/bench/carried.ts'
import { labelledFolder, minutesIn } from '../../scripts/bench/subject.ts'
import { ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'

/**
 * 70 pairs, found by reading the minutes of six teams one after the other, and in all series whatever has half of an action's words in one of the
 * next four meetings. They were labelled before there was anything that recognises actions.
 */
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

function drawn(repository: Repository): string[] {
  return ledgerOf(repository, '2025-04-01')
    .map((action) => JSON.stringify(action))
    .sort()
}

function newRepository(): Repository {
  return new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
}
