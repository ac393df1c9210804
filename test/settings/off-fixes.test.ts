import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offFixes } from '../../server/src/core/rules/off-fixes.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { readWorkspace } from '../cases/stage.ts'

const rule = 'date-mismatch'

function switchedOff(text: string): string | undefined {
  const [fix] = offFixes(text, rule)
  return fix && applyEdits(text, fix.edits)
}

describe('switching a rule off in .minutes.json', () => {
  const texts: [name: string, before: string, after: string][] = [
    ['that is empty', '{}', '{\n  "rules": {\n    "date-mismatch": "off"\n  }\n}'],
    [
      'keeps comments and line ends',
      '{\r\n  // The call\r\n  "branch": "main"\r\n}\r\n',
      '{\r\n  // The call\r\n  "branch": "main",\r\n  "rules": {\r\n    "date-mismatch": "off"\r\n  }\r\n}\r\n',
    ],
    [
      'takes the place of a severity',
      '{ "rules": { "date-mismatch": "error" } }',
      '{ "rules": { "date-mismatch": "off" } }',
    ],
    [
      'keeps options',
      '{ "rules": { "date-mismatch": { "severity": "error", "days": 3 } } }',
      '{ "rules": { "date-mismatch": { "severity": "off", "days": 3 } } }',
    ],
    [
      'keeps other rules',
      '{\n  "rules": { "copied-minutes": "hint" /* for now */ }\n}\n',
      '{\n  "rules": {\n    "copied-minutes": "hint",\n    "date-mismatch": "off" /* for now */\n  }\n}\n',
    ],
  ]
  for (const [name, before, after] of texts) {
    test(name, () => {
      assert.equal(switchedOff(before), after)
      const path = 'platform/20250312.md'
      const workspace = readWorkspace([
        [path, '# Team Platform 2025-03-06\n'],
        [settingsFile, after],
      ])
      assert.deepEqual(workspace.check(workspace.minutes(path)!), [])
    })
  }

  test('is not offered where it would not work', () => {
    for (const text of ['', '{', '[]', '"off"', 'null', '{ "rules": [] }', '{ "rules": "off" }', '{ "rules": null }']) {
      assert.equal(switchedOff(text), undefined, text)
    }
  })
})
