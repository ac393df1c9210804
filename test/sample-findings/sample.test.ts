import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Finding } from '../../server/src/core/rules/check.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import { readWorkspace } from '../cases/stage.ts'

/** A fault that was put into the sample. Rules that are yet to be written have theirs already. */
interface Fault {
  readonly file: string
  readonly line: number
  readonly rule: string
  /** The faulty text, or the line in which it stands. */
  readonly text: string
  /** What mends it, where the repository tells. */
  readonly right: string | null
}

const folder = 'test/sample'
const dayAfter = '2025-12-31'
const faults: Fault[] = JSON.parse(readFileSync('test/sample-faults.json', 'utf8'))
const known = faults.filter(({ rule }) => rules.some(({ id }) => id === rule))

describe('the sample', () => {
  const texts = new Map(
    filesBelow(folder).map((path): [string, string] => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  texts.set(settingsFile, withAllRules(texts.get(settingsFile)!))
  const workspace = readWorkspace(texts, dayAfter)
  const findings = [...workspace.repository.summaries].flatMap(({ path }) =>
    workspace.check(workspace.minutes(path)!).map((finding) => ({ path, text: texts.get(path)!, finding })),
  )

  test('has its settings read', () => assert.deepEqual(workspace.checkSettings(), []))

  test('shows each of its faults, and no other', () => {
    const place = (file: string, line: number, rule: string) => `${file}:${line} ${rule}`
    assert.deepEqual(
      findings.map(({ path, text, finding }) => place(path, lineOf(text, finding), finding.rule)).sort(),
      known.map(({ file, line, rule }) => place(file, line, rule)).sort(),
    )
  })

  for (const fault of known) {
    test(`has ${fault.rule} at ${fault.file}:${fault.line}`, () => {
      const found = findings.find(
        ({ path, text, finding }) =>
          path === fault.file && finding.rule === fault.rule && lineOf(text, finding) === fault.line,
      )
      assert.ok(found)
      const { text, finding } = found
      const shown = slice(text, finding.span)
      assert.ok(shown && fault.text.includes(shown), `"${shown}" is of "${fault.text}"`)
      if (fault.right !== null) assert.ok(mends(finding, text, fault.right), `a fix brings ${fault.right}`)
    })
  }

  test('has a fault for every rule', () => {
    const missing = rules.filter(({ id }) => !known.some(({ rule }) => rule === id))
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
      'Plant a fault of these rules in test/sample, and enter it in test/sample-faults.json.',
    )
  })
})

/** Settings that give every rule a severity, those that are off by default too. */
function withAllRules(settings: string): string {
  const severities = JSON.stringify(Object.fromEntries(rules.map(({ id, severity }) => [id, severity])))
  return settings.replace('{', `{ "rules": ${severities},`)
}

function lineOf(text: string, { span }: Finding): number {
  return new LineIndex(text).lineAt(span.start) + 1
}

/** Whether a fix brings what mends the fault: as a new text, as a part of the line that it changes, or as the file's name. */
function mends({ fixes }: Finding, text: string, right: string): boolean {
  return fixes().some(
    ({ edits, rename, save }) =>
      rename?.to.endsWith(right) ||
      save?.to.endsWith(right) ||
      edits.some(({ newText }) => newText.includes(right)) ||
      (!text.includes(right) && applyEdits(text, edits).includes(right)),
  )
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
}
