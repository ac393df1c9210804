import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { Ajv } from 'ajv'
import { generatedFiles } from '../../scripts/generate/generated.ts'
import { repositorySchema } from '../../scripts/generate/json-schema.ts'
import { manifestWithSettings } from '../../scripts/generate/manifest.ts'
import { rulesIndex } from '../../scripts/generate/rules-index.ts'
import { withRules } from '../../scripts/generate/rules-page.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import { ruleMistakes } from '../../server/src/core/rules/rule-settings.ts'
import { readJson } from '../../server/src/core/settings/jsonc.ts'
import { readSettings } from '../../server/src/core/settings/settings.ts'

const rulesFolder = 'server/src/core/rules'
const folders = readdirSync(rulesFolder).filter((folder) => existsSync(`${rulesFolder}/${folder}/rule.ts`))
const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
const project = { read, list: (folder: string) => readdirSync(folder).sort() }
const index = { path: `${rulesFolder}/index.ts`, text: rulesIndex(folders) }

for (const { path, text } of [index, ...generatedFiles(project)]) {
  test(`${path} is what the rules, settings and pages say`, () => {
    assert.equal(read(path), text, 'Run "npm run generate".')
  })
}

test('a rule is called as its folder', () => {
  assert.deepEqual(
    rules.map(({ id }) => id),
    folders.sort(),
  )
})

test('a new rule comes into the list in its place', () => {
  const text = rulesIndex(['stale-minutes-line', 'a-fault'])
  assert.match(text, /^import aFault from '\.\/a-fault\/rule\.ts'\nimport type \{ Rule \}.*\nimport staleMinutesLine/m)
  assert.match(text, /= \[\n {2}aFault,\n {2}staleMinutesLine,\n\]/)
})

test('settings come into a manifest that has none, and the rest stays as it is', () => {
  const { contributes, ...rest } = JSON.parse(
    manifestWithSettings('{ "name": "x", "contributes": { "snippets": [1] } }', rules),
  )
  assert.deepEqual(rest, { name: 'x' })
  assert.deepEqual(Object.keys(contributes), ['snippets', 'configuration', 'jsonValidation'])
  assert.equal(contributes.configuration.properties['minutes.outline.enabled'].default, true)
})

test('the rules come into a README that has a place for them', () => {
  const text = withRules('# A\n<!-- rules -->\nold\n<!-- /rules -->\nB\n', rules)
  assert.match(text, /^# A\n<!-- rules -->\n\n\| Rule [\s\S]*stale-minutes-line[\s\S]*\|\n\n<!-- \/rules -->\nB\n$/)
  assert.doesNotMatch(text, /^old$/m)
  assert.equal(withRules('# A\n', rules), '# A\n')
})

const accepts = new Ajv({ strict: false }).compile(repositorySchema(rules))

/** Texts of `.minutes.json`, some with a mistake that a schema can tell, and one with a mistake that only the calendar tells. */
const texts = [
  '{}',
  '{ "$schema": "../minutes.schema.json" }',
  '{ "forge": "https://example.org/a/b", "branch": "main", "reports": ["calls/"], "ignore": ["archive/**"] }',
  '{ "forge": "example.org" }',
  '{ "forge": 1 }',
  '{ "branch": "" }',
  '{ "reports": "calls" }',
  '{ "reports": [""] }',
  '{ "team": [] }',
  '{ "teams": [{ "name": "A", "folder": "a", "aliases": ["B"] }] }',
  '{ "teams": [{ "name": "A" }] }',
  '{ "teams": [{ "name": "", "folder": "a" }] }',
  '{ "teams": [{ "name": "A", "folder": "a", "alias": "B" }] }',
  '{ "teams": [{ "name": "A", "folder": [{ "path": "a", "until": "2023-02-28" }] }] }',
  '{ "teams": [{ "name": "A", "folder": [{ "path": "a", "until": "28.2.2023" }] }] }',
  '{ "teams": [{ "name": "A", "folder": [{ "path": "a", "until": "2023-02-30" }] }] }',
  '{ "rules": { "stale-minutes-line": "off", "date-mismatch": { "severity": "hint" } } }',
  '{ "rules": { "stale-minutes-line": "loud" } }',
  '{ "rules": { "stale-minutes-line": { "severity": "loud" } } }',
  '{ "rules": { "stale-minutes-line": { "days": 3 } } }',
  '{ "rules": { "stale-minutes-line": { "days": 0 } } }',
  '{ "rules": { "date-mismatch": { "days": 3 } } }',
  '{ "rules": { "no-such-fault": "off" } }',
]

for (const text of texts) {
  test(`the schema and the server agree on ${text}`, () => {
    const says = mistakesIn(text).some(({ inSchema }) => inSchema)
    assert.equal(accepts(readJson(text).value), !says)
  })
}

test('a day that is in no calendar is a mistake that the server alone tells', () => {
  const text = texts.find((text) => text.includes('2023-02-30'))!
  assert.deepEqual(
    mistakesIn(text).map(({ span, inSchema }) => [text.slice(span.start, span.end), inSchema]),
    [['"2023-02-30"', false]],
  )
})

test('the schema and the server take the settings of the sample and the examples of the page', () => {
  const page = readFileSync('docs/settings.md', 'utf8').split('\n## The editor')[0]!
  const examples = [...page.matchAll(/(?<=^```json\n)[\s\S]*?(?=^```$)/gm)].map(([text]) => text)
  assert.ok(examples.length > 5)
  for (const text of [readFileSync('test/sample/.minutes.json', 'utf8'), ...examples]) {
    assert.deepEqual(mistakesIn(text), [])
    assert.ok(accepts(readJson(text).value), JSON.stringify(accepts.errors))
  }
})

test('the page says of each folder how the root of the repository is written', () => {
  const page = readFileSync('docs/settings.md', 'utf8')
  for (const start of [/### `reports`\n\n/, /- `folder` \(.*\): /, / {2}- `path` \(.*\): /])
    assert.match(page, new RegExp(`^${start.source}.*\`\\.\`.* at the root`, 'm'))
})

function mistakesIn(text: string) {
  const settings = readSettings(text)
  return [...settings.mistakes, ...ruleMistakes(settings)]
}
