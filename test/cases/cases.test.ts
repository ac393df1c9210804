import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { rules } from '../../server/src/core/rules/index.ts'
import { answers } from './answers.ts'
import { type Case, type Fence, readCases, withTexts } from './document.ts'
import { toldIn, withCarets } from './findings.ts'
import { assertLaws } from './laws.ts'
import { type Stage, type StagedFile, stageOf } from './stage.ts'
import { assertNotSlow } from './worst.ts'

const updates = process.env.UPDATE_CASES === '1'

/** Whoever writes a rule wants to run its cases alone. */
const asked = process.env.CASES_OF ?? ''

/** The documents with cases: the pages and cases of the rules, and those of everything else. */
const documents = [
  ...filesBelow('server/src/core/rules').filter((path) => /\/(?:README|cases)\.md$/.test(path)),
  ...['server/src/core/ide', 'server/src/core/authoring']
    .flatMap(filesBelow)
    .filter((path) => path.endsWith('README.md')),
  ...filesBelow('test/cases').filter((path) => path.endsWith('.md')),
].filter((path) => path.includes(asked))

for (const path of documents) {
  describe(path, () => {
    const document = readFileSync(path, 'utf8')
    const changed = new Map<Fence, string>()
    for (const one of readCases(document)) test(one.name, () => naming(path, one, () => runCase(one, changed)))
    after(() => {
      if (updates && changed.size) writeFileSync(path, withTexts(document, changed))
    })
  })
}

describe('every rule has a text that would make a careless one slow', () => {
  for (const { id } of rules) {
    const document = () => readFileSync(`server/src/core/rules/${id}/cases.md`, 'utf8')
    test(id, () => assert.ok(readCases(document()).some(({ fences }) => fences.some(isWorst))))
  }
})

test('there are cases', () => assert.ok(documents.length > 0, `There is no document with "${asked}" in its path.`))

/** What fences say beside what is expected of them. A fence of no known kind would expect nothing. */
const given = ['minutes', 'file', 'json', 'worst']

/** Each fence must show what there is, no more and no less; with `--update` it is made to. */
function runCase(one: Case, changed: Map<Fence, string>): void {
  const stage = stageOf(one)
  let file: StagedFile | undefined
  for (const fence of one.fences) {
    assert.ok(given.includes(fence.kind) || fence.kind in answers, `There is no fence "${fence.kind}".`)
    if (fence.kind === 'worst') assertNotSlow(stage, fence)
    if (fence.kind === 'minutes') file = stage.files.find((staged) => staged.fence === fence)
    const shown = fence.kind === 'minutes' ? findings(stage, file!) : answers[fence.kind]?.(stage, file!, fence)
    if (shown === undefined || shown === fence.text) continue
    if (updates) changed.set(fence, shown)
    else assert.equal(shown, fence.text, [fence.kind, ...fence.words].join(' '))
  }
  for (const staged of stage.files) assertLaws(stage, staged)
}

/** Whatever fails says in which document, for the list of failures at the end names none. */
function naming(path: string, { name }: Case, run: () => void): void {
  try {
    run()
  } catch (error) {
    if (error instanceof Error) {
      const message = `${path}, "${name}": ${error.message}`
      error.stack = (error.stack ?? '').replace(error.message, () => message)
      error.message = message
    }
    throw error
  }
}

function isWorst({ kind }: Fence): boolean {
  return kind === 'worst'
}

function findings({ workspace }: Stage, file: StagedFile): string {
  const found = workspace.check(workspace.minutes(file.path)!)
  const cursor = file.offset
  const drawn = withCarets(file.text, found, toldIn(file.fence.text))
  // A file with a cursor is there to be asked, not to be checked.
  return cursor === undefined ? drawn : file.fence.text
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)).replaceAll('\\', '/'))
}
