import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log, Result } from 'sarif'
import { rules } from '../../server/src/core/rules/index.ts'
import { minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { commitAll } from '../support/git.ts'

const schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'))
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
addFormats(ajv as unknown as Parameters<typeof addFormats>[0])
const isValid = ajv.compile(schema)

/** What `minutes check --format sarif` prints, which the schema of SARIF 2.1.0 allows. */
function sarifOf(cwd: string, ...args: string[]) {
  const { out } = minutes(cwd, 'check', '--format', 'sarif', ...args)
  const log: Log = JSON.parse(out)
  assert.ok(isValid(log), JSON.stringify(isValid.errors))
  const [run, ...others] = log.runs
  assert.deepEqual(others, [])
  return { run: run!, results: run!.results!, rules: run!.tool.driver.rules! }
}

function uriOf({ locations }: Result): string {
  const { uri, uriBaseId } = locations![0]!.physicalLocation!.artifactLocation!
  return `${uriBaseId}/${uri}`
}

describe('minutes check --format sarif', () => {
  test('tells of each finding and its fixes', (t) => {
    const { root } = new Folder(t, { ...smallRepository(), 'crane/20250226.md': '# Crane 2025-02-19\n' })
    const { run, results, rules } = sarifOf(root)
    assert.equal(run.columnKind, 'utf16CodeUnits')
    assert.match(run.tool.driver.version!, /^\d+\.\d+\.\d+$/)
    assert.deepEqual(run.originalUriBaseIds, { '%SRCROOT%': { uri: `${pathToFileURL(root)}/` } })
    assert.deepEqual(
      results.map(({ ruleId }) => ruleId),
      ['stale-minutes-line', 'date-mismatch'],
    )
    const region = { startLine: 5, startColumn: 1, endLine: 5, endColumn: 9 }
    const artifactLocation = { uri: 'call/20250313.md', uriBaseId: '%SRCROOT%' }
    const { message, ...stale } = results[0]!
    assert.match(message.text!, /crane\/20250312\.md/)
    assert.deepEqual(stale, {
      ruleIndex: rules.findIndex(({ id }) => id === 'stale-minutes-line'),
      level: 'warning',
      ruleId: 'stale-minutes-line',
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          description: { text: 'Fill in crane/20250312.md' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                { deletedRegion: region, insertedContent: { text: `Minutes: ${urlOf('crane/20250312.md')}` } },
              ],
            },
          ],
        },
      ],
    })
    const titles = results[1]!.fixes!.map(({ description }) => description!.text!)
    assert.equal(titles.length, 1, 'a fix that renames a file is none that can be told')
    assert.doesNotMatch(titles[0]!, /Rename/)
  })

  test('describes all rules, with their pages', (t) => {
    const { results, rules: described } = sarifOf(new Folder(t).root)
    assert.deepEqual(results, [])
    assert.deepEqual(
      described.map(({ id }) => id),
      [...rules.map(({ id }) => id), 'invalid-settings'],
    )
    for (const { id, shortDescription, help } of described) {
      assert.ok(shortDescription!.text, id)
      assert.ok(help!.text, id)
    }
    assert.match(described.find(({ id }) => id === 'date-mismatch')!.help!.markdown!, /^# date-mismatch\n/)
    assert.equal(described.find(({ id }) => id === 'missing-minutes-line')!.defaultConfiguration!.enabled, false)
  })

  test('counts paths from the checkout, and escapes them', (t) => {
    const folder = new Folder(t, {
      'all/.minutes.json': '{ "teams": 7 }',
      'all/Kräne & Co/2025-03-12 #1.md': '# 2025-03-05\n',
    })
    commitAll(folder)
    const { run, results } = sarifOf(folder.root, 'all')
    assert.deepEqual(run.originalUriBaseIds, { '%SRCROOT%': { uri: `${pathToFileURL(folder.root)}/` } })
    assert.deepEqual(results.map(uriOf), [
      '%SRCROOT%/all/.minutes.json',
      `%SRCROOT%/all/${encodeURIComponent('Kräne & Co')}/2025-03-12%20%231.md`,
    ])
  })

  test('keeps several repositories apart in one run', (t) => {
    const [first, second] = [1, 2].map(() => new Folder(t, { 'crane/20250312.md': '# 2025-03-05\n' }))
    const { run, results } = sarifOf(first!.root, '.', second!.root)
    assert.deepEqual(results.map(uriOf), ['%SRCROOT%/crane/20250312.md', '%SRCROOT2%/crane/20250312.md'])
    assert.deepEqual(
      Object.values(run.originalUriBaseIds!),
      [first, second].map((folder) => ({ uri: `${folder!.uri}/` })),
    )
  })

  test('is valid for the sample', (t) => {
    const { results } = sarifOf(Folder.sample(t).root)
    assert.ok(results.length > 5)
    assert.ok(results.some(({ level }) => level === 'note'))
  })

  test('would not be valid with a mistake in it', (t) => {
    const { run } = sarifOf(new Folder(t).root)
    assert.ok(!isValid({ version: '2.1.0', runs: [{ ...run, columnKind: 'bytes' }] }))
  })
})
