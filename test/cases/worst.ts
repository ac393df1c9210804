import assert from 'node:assert/strict'
import { growth } from '../laws/hostile.ts'
import type { Fence } from './document.ts'
import type { Stage } from './stage.ts'

const longest = 100_000
/** The square of eight would be 64. */
const limit = 32

/** A text that is made for a rule's patterns takes time in proportion to its length, however long it is. */
export function assertNotSlow({ workspace }: Stage, { text, values: { path = 'harbour/20250312.md' } }: Fence): void {
  const [, before, piece, behind] = /^(.*)<repeat>(.*)<\/repeat>(.*)$/s.exec(text) ?? ['', '', text, '']
  const check = (text: string) => {
    workspace.edit(path, text)
    workspace.check(workspace.minutes(path)!)
  }
  const long = (length: number) => before! + piece!.repeat(Math.ceil(length / piece!.length)) + behind!
  const factor = growth(long, check, limit, longest)
  workspace.close(path)
  assert.ok(factor < limit, `eight times the text took ${factor.toFixed(1)} times as long`)
}
