import assert from 'node:assert/strict'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { checkMinutes, type Finding } from '../../server/src/core/rules/check.ts'
import { fixAll, isSafe } from '../../server/src/core/rules/fix-all.ts'
import { ruleSettings } from '../../server/src/core/rules/rule-settings.ts'
import { noSettings, readSettings } from '../../server/src/core/settings/settings.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { Places } from '../../server/src/lsp/convert.ts'
import type { Encoding } from '../../server/src/lsp/units.ts'
import { isWithin, lengthIn } from '../support/encodings.ts'

/** What somebody types over so many characters, at a place that is counted on from the beginning when the text has ended. */
export interface Typing {
  readonly at: number
  readonly length: number
  readonly typed: string
}

const path = 'harbour/20250312.md'
const settled = ruleSettings(readSettings('{ "rules": { "private-detail": { "passcodes": true } } }').settings)

/** Reading and checking never fail, and spans lie in the text. */
export function isReadAndChecked(text: string): void {
  for (const { span } of findingsOf(readMinutes(path, text)))
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length)
}

/** An edit is read as the whole text would be. */
export function editsAreRead(text: string, edits: readonly Typing[]): void {
  let minutes = readMinutes(path, text)
  for (const { at, length, typed } of edits) {
    const start = at % (minutes.text.length + 1)
    const edited = minutes.text.slice(0, start) + typed + minutes.text.slice(start + length)
    minutes = readMinutes(path, edited, minutes)
    const anew = readMinutes(path, edited)
    assert.equal(JSON.stringify(minutes), JSON.stringify(anew))
    assert.deepEqual(seen(minutes), seen(anew))
  }
}

/** Safe fixes come to an end. */
export function fixingEnds(text: string): void {
  let fixed = text
  for (let round = 0; round < 20; round += 1) {
    const { edits } = fixAll(findingsOf(readMinutes(path, fixed)), isSafe)
    const own = edits.filter((edit) => edit.path === path)
    if (!own.length) return
    fixed = applyEdits(fixed, own)
  }
  assert.fail(`fixing goes on and on: ${JSON.stringify(fixed)}`)
}

/** Positions count as the client does, and lead there and back. */
export function positionsLeadBack(text: string, encoding: Encoding): void {
  const places = new Places(text, encoding)
  let [line, start] = [0, 0]
  for (let offset = 0; offset <= text.length; offset += 1) {
    if (isWithin(text, offset)) continue
    if (/[\r\n]/.test(text[offset - 1] ?? '')) [line, start] = [line + 1, offset]
    const position = places.position(offset)
    assert.deepEqual(position, { line, character: lengthIn(text.slice(start, offset), encoding) })
    assert.equal(places.offset(position), offset)
  }
}

function findingsOf(minutes: Minutes): Finding[] {
  const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
  repository.set(summarise(minutes))
  return checkMinutes(minutes, repository, settled, '2025-03-20')
}

function seen(minutes: Minutes): unknown {
  return findingsOf(minutes).map(({ rule, span, message }) => [rule, span, message])
}
