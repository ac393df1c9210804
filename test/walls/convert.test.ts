import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { typeScriptFiles } from './graph.ts'

const folder = 'server/src/lsp'
const dictionary = `${folder}/convert.ts`
/** It declares what is sent, and does nothing. */
const declarations = `${folder}/protocol.ts`

/** What speaks of lines and columns. */
const translates = /\bcharacter\b|\blineAt\(|\bLineIndex\b|\bline:|\.line\b/

test('one file alone makes lines and columns of offsets', () => {
  const found = typeScriptFiles(folder)
    .filter((file) => file !== dictionary && file !== declarations)
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(speaks)
        .map((line) => `${file}: ${line}`),
    )
  assert.deepEqual(found, [])
})

test('the dictionary and its words are recognised', () => {
  assert.ok(readFileSync(dictionary, 'utf8').split('\n').some(speaks))
  for (const line of [
    '{ line: 0, character: 0 }',
    'lines.lineAt(offset)',
    'new LineIndex(text)',
    'range.start.line + 1',
  ])
    assert.ok(speaks(line), line)
  for (const line of ['range: places.range(span)', 'fillableLines(findings)']) assert.ok(!speaks(line), line)
})

function speaks(line: string): boolean {
  return translates.test(line)
}
