import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { edit, type Fix } from '../../server/src/core/repository/fix.ts'
import type { Finding } from '../../server/src/core/rules/check.ts'
import { span } from '../../server/src/core/text/span.ts'
import { applyFixes } from '../../server/src/node/fix.ts'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'

const report = 'call/20250313.md'

/** A report with one line that can be mended safely, and minutes of 5 March below the date of the week after. */
function faulty(t: TestContext): Folder {
  return new Folder(t, { ...smallRepository(), 'crane/20250312.md': '# Crane 2025-03-05\n\n- Fog\n' })
}

function misuse(words: RegExp, ...args: string[]) {
  const { status, out, err } = minutes('.', 'check', ...args)
  assert.deepEqual({ status, out }, { status: 2, out: '' }, args.join(' '))
  assert.match(err, words)
}

describe('--rule', () => {
  const rulesIn = (folder: Folder, ...args: string[]) =>
    findingsIn(folder.root, ...args).findings.map(({ rule }) => rule)

  test('leaves the findings of the rules named', (t) => {
    const folder = faulty(t)
    assert.deepEqual(rulesIn(folder), ['stale-minutes-line', 'date-mismatch'])
    assert.deepEqual(rulesIn(folder, '--rule', 'date-mismatch'), ['date-mismatch'])
    assert.deepEqual(rulesIn(folder, '--rule=date-mismatch', '--rule=stale-minutes-line'), rulesIn(folder))
    const { status, out } = minutes(folder.root, 'check', '--rule', 'copied-minutes')
    assert.deepEqual({ status, out }, { status: 0, out: 'No findings of copied-minutes in 5 files.\n' })
  })

  test('leaves mistakes in the settings by their name', (t) => {
    const folder = new Folder(t, { '.minutes.json': '{ "teams": 7 }', 'crane/20250312.md': '# 2025-03-05\n' })
    assert.deepEqual(rulesIn(folder, '--rule', 'invalid-settings'), ['invalid-settings'])
  })

  test('decides what --fix mends', (t) => {
    const folder = faulty(t)
    minutes(folder.root, 'check', '--fix', '--rule', 'date-mismatch')
    assert.match(folder.read(report), /^Minutes:$/m)
  })

  test('says where a rule is off, and so finds nothing', (t) => {
    const folder = new Folder(t, smallRepository())
    const off = (rule: string) =>
      `minutes: ${rule} is off here, so it finds nothing. Give it a severity in .minutes.json.\n`
    const { status, err } = minutes(folder.root, 'check', '--rule', 'missing-minutes-line')
    assert.deepEqual([status, err], [0, off('missing-minutes-line')])
    folder.write('.minutes.json', '{ "rules": { "missing-minutes-line": "hint", "date-mismatch": "off" } }')
    assert.equal(minutes(folder.root, 'check', '--rule', 'missing-minutes-line').err, '')
    assert.equal(minutes(folder.root, 'check', '--fix=suggested', 'date-mismatch').err, off('date-mismatch'))
    assert.equal(minutes(folder.root, 'check', '-q', '--rule', 'date-mismatch').err, '')
  })

  test('is a misuse where there is no such rule', () => {
    for (const slip of ['date-missmatch', 'Date-Mismatch', 'MISMATCHED-HANDLE'])
      misuse(/^There is no rule ".*"\. Did you mean (date-mismatch|mismatched-handle-link)\?\n$/, '--rule', slip)
    misuse(/^There is no rule "x"\. The rules are:\n(?: {2}.*,\n)+ {2}.*invalid-settings\n$/, '--rule', 'x')
  })
})

describe('--fix=suggested RULE', () => {
  const mend = (folder: Folder, ...args: string[]) => minutes(folder.root, 'check', '--fix=suggested', ...args)

  test('applies the first fix of each finding of that rule, and no other', (t) => {
    const folder = faulty(t)
    const { status, out, err } = mend(folder, 'date-mismatch')
    assert.deepEqual([status, err], [1, 'minutes: crane/20250312.md is changed: 1 finding mended.\n'])
    assert.match(out, /^1 finding mended\. 1 finding in 1 of 5 files\./m)
    assert.equal(folder.read('crane/20250312.md'), '# Crane 2025-03-12\n\n- Fog\n')
    assert.match(folder.read(report), /^Minutes:$/m)
    assert.match(mend(folder, 'date-mismatch').out, /^1 finding in/m, 'twice equals once')
  })

  test('goes with safe fixes, with several rules and with PATHs', (t) => {
    const both = faulty(t)
    assert.equal(minutes(both.root, 'check', '--fix', '--fix=suggested', 'date-mismatch', '.').status, 0)
    const named = faulty(t)
    assert.equal(mend(named, 'date-mismatch', '--fix=suggested', 'stale-minutes-line').status, 0)
    assert.ok(named.read(report).includes(urlOf('crane/20250312.md')), 'a safe fix is a first fix too')
    const elsewhere = faulty(t)
    mend(elsewhere, 'date-mismatch', 'call')
    assert.match(elsewhere.read('crane/20250312.md'), /2025-03-05/)
  })

  test('leaves the fixes that do more than edit the file, and says so', (t) => {
    // The team meets on Wednesdays, so that the name of this file is wrong.
    const folder = new Folder(t, {
      ...smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`),
      'crane/20250220.md': '# Crane 2025-02-19\n',
      'crane/20250226.md': '# Crane 2025-02-26\n',
    })
    const before = readdirSync(folder.at('crane'))
    const { status, err } = mend(folder, 'date-mismatch')
    assert.equal(status, 1)
    assert.equal(err, 'minutes: 1 finding of date-mismatch left: the fix renames a file. Apply it in an editor.\n')
    assert.deepEqual(readdirSync(folder.at('crane')), before)
    assert.equal(folder.read('crane/20250220.md'), '# Crane 2025-02-19\n')
    assert.equal(mend(folder, 'date-mismatch', '--quiet').err, '')
  })

  test('says where there is no fix', (t) => {
    const text = `# Crane\n\n${'- All the hooks hold, as they have done\n- The ropes are new\n- Fog\n'.repeat(4)}`
    const folder = new Folder(t, { 'crane/20250305.md': text, 'crane/20250312.md': text })
    assert.match(mend(folder, 'copied-minutes').err, /^minutes: 1 finding of copied-minutes left: there is no fix\./)
  })

  test('says what else is left: pictures, other files, and fixes that touch each other', (t) => {
    const path = 'crane/20250312.md'
    const folder = new Folder(t, { [path]: 'abc\n' })
    const finding = (fix: Partial<Fix>): Finding => ({
      rule: 'a-fault',
      severity: 'hint',
      span: span(0, 1),
      message: '',
      related: undefined,
      fixes: () => [{ title: '', safety: 'suggested', edits: [], ...fix }],
    })
    const findings = [
      finding({ edits: [edit(path, span(0, 2), 'x')] }),
      finding({ edits: [edit(path, span(1, 3), 'y')] }),
      finding({ edits: [edit(path, span(3, 3), '!'), edit('other.md', span(0, 0), '?')] }),
      finding({ save: { url: 'https://pad.example/uploads/a.png', to: 'crane/a.png' } }),
    ]
    const file = { path, text: 'abc\n', findings }
    const checked = {
      root: folder.root,
      files: [file],
      text: () => 'abc\n',
      has: () => true,
      untoldLinks: () => undefined,
    }
    const outcome = applyFixes(folder.root, checked, { safe: false, suggested: ['a-fault'] }, assert.fail)
    assert.equal(folder.read(path), 'xc\n')
    assert.deepEqual(outcome, {
      mended: 1,
      changed: ['crane/20250312.md is changed: 1 finding mended.'],
      left: [
        '1 finding of a-fault left: the fix changes other files too. Apply it in an editor.',
        '1 finding of a-fault left: the fix stores a picture. "minutes save-images" does that.',
        '1 finding left: the fix touches another one. Run the command again.',
      ],
    })
  })

  test('is a misuse without a rule, or with an unknown one', () => {
    misuse(/^Suggested fixes are applied one rule at a time\. Say which/, '--fix=suggested')
    misuse(/^Suggested fixes are applied/, '--fix=suggested', '--quiet')
    misuse(/^RULE is missing before "test\/sample"\. Suggested fixes are/, '--fix=suggested', 'test/sample')
    misuse(/^RULE is missing before "\."\./, '--fix=suggested', '.')
    misuse(
      /^There is no file or folder date-mismatch\. If you mean the rule, say --fix=suggested date-mismatch\./,
      '--fix',
      'date-mismatch',
    )
    misuse(/say --fix=suggested copied-minutes\./, '--fix=suggested', 'date-mismatch', 'copied-minutes')
    misuse(/^There is no file or folder date-mismatch\. .* say --rule date-mismatch\./, 'date-mismatch')
    misuse(/^There is no rule "date-missmatch"\. Did you/, '--fix=suggested', 'date-missmatch')
    misuse(/^Write them together: --fix=suggested date-mismatch\n$/, '--fix', 'suggested', 'date-mismatch')
    misuse(/^There is no --fix=all\. Say --fix, or --fix=suggested RULE/, '--fix=all')
  })
})

describe('--skip-unchecked', () => {
  test('is silent of named files that are not checked', (t) => {
    const folder = new Folder(t, {
      '.minutes.json': '{ "ignore": ["old/**"] }',
      'old/20250312.md': '# 2025-03-05\n',
      '.github/template.md': '# T\n',
      'notes.txt': 'x',
    })
    const named = ['old/20250312.md', '.github/template.md', 'notes.txt']
    assert.equal(minutes(folder.root, 'check', ...named).status, 2)
    assert.deepEqual(minutes(folder.root, 'check', '--skip-unchecked', ...named), {
      status: 0,
      out: 'Nothing was checked: there is no Markdown that can be read and that is neither hidden nor ignored.\n',
      err: '',
    })
    assert.equal(minutes(folder.root, 'check', '--skip-unchecked', 'nowhere.md').status, 2)
  })
})
