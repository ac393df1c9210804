import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { complete } from '../../server/src/core/ide/completion/complete.ts'
import type { Completion } from '../../server/src/core/ide/completion/completion.ts'
import { readWorkspace } from '../cases/stage.ts'
import { markdownFiles, otherFiles } from './files.ts'
import { growth, hostile, hostileMinutes } from './hostile.ts'

const today = '2026-01-02'
const sample = markdownFiles('test/sample').map(({ path, text }) => [path.slice('test/sample/'.length), text] as const)
const all = [...otherFiles('test/sample'), ...sample]
const workspace = readWorkspace(all, today)
const texts = [...sample, ...markdownFiles('test/laws/texts').map(({ path, text }) => [path, text] as const)]
/** What is typed where a list may come up, behind something that stands there. */
const typed = [
  '[',
  '![',
  '[a](',
  '![a](',
  '[a](#',
  '<',
  'https:',
  '2025-',
  'AI',
  '@',
  '-',
  '#',
  '\n## ',
  '\n- ',
  ' Team C',
]
/** A prime, so that the places are of all kinds. */
const step = 397

describe('completion, asked for anywhere', () => {
  it('replaces a part of the line of the caret, around it', () => {
    let asked = 0
    for (const { text, offset, offered } of everywhere()) {
      for (const { span, newText, caret = 0 } of offered(false)) {
        asked += 1
        assert.ok(span.start <= offset && offset <= span.end, newText)
        assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/, newText)
        assert.ok(caret <= newText.length, newText)
      }
    }
    assert.ok(asked > 2000, `${asked} completions`)
  })

  it('offers an editor that reads Markdown nothing that others do not get', () => {
    for (const { offered } of everywhere()) {
      const known = new Set(offered(false).map(({ newText }) => newText))
      for (const { newText } of offered(true)) assert.ok(known.has(newText), newText)
    }
  })

  it('does not depend on the order in which the files were read', () => {
    const other = readWorkspace(all.toReversed(), today)
    for (const { path, text, offset, offered } of everywhere()) {
      const drawn = (list: readonly Completion[]) => list.map(({ label, newText }) => [label, newText])
      assert.deepEqual(drawn(completionsIn(path, text, offset, false, other)), drawn(offered(false)), text)
      other.close(path)
    }
  })

  it('offers nothing twice', () => {
    for (const { offered } of everywhere()) {
      const texts = offered(false).map(({ newText }) => newText)
      assert.equal(new Set(texts).size, texts.length, texts.join('\n'))
    }
  })
})

describe('completion takes time that grows with the length', () => {
  for (const [name, text] of Object.entries({ ...hostile, ...hostileMinutes })) {
    it(name, () => {
      const ask = (text: string) => completionsIn('platform/20251217.md', text, text.length, false)
      const factor = growth(text, ask, limit, longest)
      assert.ok(factor < limit, `eight times the text took ${factor.toFixed(1)} times as long`)
    })
  }
})

/** The square would be 64 times as much. */
const limit = 32
const longest = 60_000

function* everywhere() {
  let at = 0
  for (const [path, text] of texts) {
    for (let place = at % step; place <= text.length; place += step) {
      const keys = typed[at % typed.length]!
      at += 1
      const now = text.slice(0, place) + keys + text.slice(place)
      const offset = place + keys.length
      yield { path, text: now, offset, offered: (host: boolean) => completionsIn(path, now, offset, host) }
    }
    workspace.close(path)
  }
}

function completionsIn(
  path: string,
  text: string,
  offset: number,
  hostReadsMarkdown: boolean,
  within = workspace,
): Completion[] {
  within.edit(path, text)
  const { repository } = within
  return complete({ minutes: within.minutes(path)!, repository, offset, today, hostReadsMarkdown })
}
