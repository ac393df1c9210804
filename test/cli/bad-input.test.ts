import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { Workspace } from '../../server/src/core/workspace.ts'
import { Client, withoutPull } from '../protocol/client.ts'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { MemoryFiles } from '../support/memory-files.ts'

const report = 'call/20250313.md'
const mega = 1_000_000

/** The rules that the command line and the server find broken in the small repository's report, whatever else is in the folder. */
async function assertReportIsChecked(
  t: TestContext,
  folder: Folder,
  status: number,
  expected = ['stale-minutes-line'],
) {
  const checked = minutes(folder.root, 'check', '--format', 'json')
  assert.equal(checked.status, status, checked.err)
  const { findings } = findingsIn(folder.root, report)
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    expected,
  )
  const client = await Client.during(t, [folder.uri])
  assert.deepEqual(await rulesOf(client, folder, report), expected)
  return { checked, client }
}

async function rulesOf(client: Client, folder: Folder, path: string): Promise<unknown[]> {
  const uri = folder.uriOf(path)
  await client.open(uri, folder.read(path))
  return (await client.diagnostics(uri)).map(({ code }) => code)
}

/** Everything that an editor asks of an open document. */
async function askEverything(client: Client, uri: string): Promise<void> {
  const top: lsp.Position = { line: 0, character: 3 }
  await client.diagnostics(uri)
  await client.symbols(uri)
  await client.completions(uri, top)
  await client.actions(uri, { start: top, end: top })
  await client.change(uri, 2, [{ range: { start: top, end: top }, text: 'x' }])
  await client.diagnostics(uri)
  await client.symbols(uri)
}

describe('a folder', () => {
  test('that is no repository', async (t) => {
    const folder = new Folder(t, { 'notes.txt': 'x', 'README.md': '# Read me\n\nMinutes: none yet\n' })
    const { err, ...rest } = minutes(folder.root, 'check')
    assert.deepEqual(rest, { status: 0, out: 'No findings in 1 file.\n' })
    assert.match(err, /^minutes: No minutes are found in [^\n]+\n$/)
    const client = await Client.during(t, [folder.uri])
    assert.deepEqual(await rulesOf(client, folder, 'README.md'), [])
  })

  test('that is empty', async (t) => {
    const folder = new Folder(t)
    const out = 'Nothing was checked: there is no Markdown that can be read and that is neither hidden nor ignored.\n'
    const checked = (...args: string[]) => {
      const { err, ...rest } = minutes(folder.root, 'check', ...args)
      assert.match(err, /^minutes: No minutes are found in [^\n]+\n$/)
      return rest
    }
    assert.deepEqual(checked(), { status: 0, out })
    assert.equal(checked('--format', 'json').status, 0)
    folder.write('plans/plan.txt', 'x')
    folder.write('README.md', '# Read me\n')
    assert.deepEqual(checked('plans'), { status: 0, out })
    folder.remove('README.md')
    const client = await Client.during(t, [folder.uri])
    await client.settled()
  })

  test('that vanishes', async (t) => {
    const folder = new Folder(t)
    for (const [path, text] of Object.entries(smallRepository())) folder.write(`inner/${path}`, text)
    const client = await Client.during(t, [folder.uriOf('inner')], {
      capabilities: { ...withoutPull, workspace: {} },
    })
    const uri = folder.uriOf(`inner/${report}`)
    await client.open(uri, folder.read(`inner/${report}`))
    await client.until(() => client.published.get(uri)?.diagnostics.length === 1)
    folder.remove('inner')
    await client.filesChanged([folder.uriOf('inner/crane/20250312.md')])
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0)
    await askEverything(client, folder.uriOf(`inner/${report}`)).catch(() => assert.ok(client.isRunning))
  })
})

describe('.git', () => {
  const configs = {
    'without a remote': '[core]\n\tbare = false\n',
    'without an origin': '[remote "upstream"]\n\turl = https://github.com/harbour/minutes\n',
    'of garbage': Buffer.from([0, 255, 254, 91, 114, 10, 93, 0xc3, 0x28]),
    'of one long line': `[remote "origin"]\nurl = ${'a@'.repeat(mega / 4)}`,
  }
  for (const [name, config] of Object.entries(configs)) {
    test(`/config ${name}`, async (t) => {
      const folder = new Folder(t, {
        ...smallRepository(),
        '.git/config': config,
        '.git/refs/remotes/origin/HEAD': '\0',
      })
      const { checked } = await assertReportIsChecked(t, folder, 1)
      assert.equal(checked.err, '')
      folder.remove('.minutes.json')
      assert.equal(minutes(folder.root, 'check').err, '')
    })
  }

  test('that is a file, as in a worktree', async (t) => {
    const folder = new Folder(t, { ...smallRepository(), '.git': 'gitdir: /elsewhere/.git/worktrees/x\n' })
    await assertReportIsChecked(t, folder, 1)
  })
})

describe('.minutes.json', () => {
  const texts = {
    'that is no JSON': 'forge: https://github.com/harbour/minutes\n',
    'that is cut off': '{ "teams": [{ "name": "Team',
    'whose comment does not end': '{ "reports": ["call"] } /* The',
    'that is another value': '[1, "two", null]',
    'that is null': 'null',
    'of wrong types': '{ "teams": "crane", "reports": 7, "rules": [], "ignore": {}, "forge": null }',
    'of wrong types within': '{ "teams": [null, 3, { "folder": [{}] }], "reports": [{}], "ignore": [["x"]] }',
    'that is binary': Buffer.from([0xff, 0xfe, 0, 1, 2, 0x7b]),
    'that nests deeply': '['.repeat(100_000),
    'whose objects nest deeply': '{"a":'.repeat(100_000),
    'with names that every object has': '{ "toString": 1, "constructor": {}, "__proto__": [] }',
    'with patterns that are none': `{ "ignore": ["[", "**/{a,b", "!(", "", "${'*'.repeat(70_000)}"] }`,
  }
  for (const [name, text] of Object.entries(texts)) {
    test(name, async (t) => {
      const folder = new Folder(t, { ...smallRepository(), '.minutes.json': text, [report]: '# Call 2025-03-06\n' })
      const { findings } = findingsIn(folder.root, '.minutes.json')
      assert.ok(findings.length > 0)
      assert.ok(findings.every(({ rule, message }) => rule === 'invalid-settings' && message))
      const { client } = await assertReportIsChecked(t, folder, 1, ['date-mismatch'])
      const uri = folder.uriOf('.minutes.json')
      await client.open(uri, folder.read('.minutes.json'), 'jsonc')
      assert.equal((await client.diagnostics(uri)).length, findings.length)
    })
  }

  test('that is empty says nothing', (t) => {
    const folder = new Folder(t, { 'crane/20250312.md': '# Crane 2025-03-12\n', '.minutes.json': '' })
    assert.equal(minutes(folder.root, 'check').status, 0)
  })

  test('that is a folder', async (t) => {
    const folder = new Folder(t, { ...smallRepository(), [report]: '# Call 2025-03-06\n' })
    folder.remove('.minutes.json')
    mkdirSync(folder.at('.minutes.json'))
    await assertReportIsChecked(t, folder, 1, ['date-mismatch'])
  })
})

describe('files that cannot be read', () => {
  test('a folder with the name of a file, and a link to nothing', async (t) => {
    const folder = new Folder(t, smallRepository())
    mkdirSync(folder.at('crane/20250313.md'))
    symlinkSync('nowhere.md', folder.at('crane/20250311.md'))
    const { checked, client } = await assertReportIsChecked(t, folder, 1)
    assert.equal(checked.err, '')
    await client.filesChanged(['crane/20250313.md', 'crane/20250311.md'].map((path) => folder.uriOf(path)))
    assert.equal((await client.diagnostics(folder.uriOf(report))).length, 1)
  })

  test('links that lead in a circle', async (t) => {
    const folder = new Folder(t, smallRepository())
    symlinkSync('20250310.md', folder.at('crane/20250311.md'))
    symlinkSync('20250311.md', folder.at('crane/20250310.md'))
    symlinkSync('..', folder.at('crane/around'))
    symlinkSync('crane', folder.at('derrick'))
    const { checked, client } = await assertReportIsChecked(t, folder, 1)
    assert.equal(JSON.parse(checked.out).files, 5)
    await client.filesChanged(['crane/around', 'derrick', 'crane/20250310.md'].map((path) => folder.uriOf(path)))
    const page = folder.uriOf('page.md')
    await client.open(page, urlOf(''))
    const meetings = await client.completions(page, { line: 0, character: urlOf('').length })
    assert.deepEqual(
      meetings.map(({ label }) => label).sort(),
      ['call/20250306.md', 'call/20250313.md', 'crane/20250305.md', 'crane/20250312.md'],
      'no file is seen twice',
    )
  })

  test('links that lead outside, whose text nobody reads', async (t) => {
    const outside = new Folder(t, {
      'secret.md': '# Secret 2025-01-01\n',
      'folder/20250312.md': '# Secret 2025-01-01\n',
    })
    const folder = new Folder(t, smallRepository(`Minutes: ${urlOf('crane/20250311.md')}`))
    symlinkSync(outside.at('secret.md'), folder.at('crane/20250311.md'))
    symlinkSync(outside.at('folder'), folder.at('secrets'))
    const { checked, client } = await assertReportIsChecked(t, folder, 1, ['broken-minutes-link'])
    assert.doesNotMatch(checked.out, /secret/i)
    await client.filesChanged(['crane/20250311.md', 'secrets', 'secrets/20250312.md'].map((path) => folder.uriOf(path)))
    assert.deepEqual(
      (await client.diagnostics(folder.uriOf(report))).map(({ code }) => code),
      ['broken-minutes-link'],
    )
    minutes(folder.root, 'check', '--fix')
    assert.equal(outside.read('secret.md'), '# Secret 2025-01-01\n')
    assert.equal(findingsIn(folder.root, 'secrets').files, 0)
  })

  test('a file that is gone when it is its turn', () => {
    const files = new MemoryFiles(Object.entries(smallRepository()))
    const workspace = new Workspace({
      files,
      clock: { today: () => '2025-03-14' },
      log: { info: () => {}, warn: () => {} },
      folderName: 'minutes',
    })
    const steps = workspace.read()
    for (const _ of files.list()) steps.next()
    files.texts.delete('crane/20250312.md')
    for (const _ of steps) void _
    assert.equal(workspace.repository.has('crane/20250312.md'), false)
    assert.deepEqual(workspace.check(workspace.minutes(report)!), [])
  })

  test('a file of 10 MB', async (t) => {
    const folder = new Folder(t, { ...smallRepository(), 'crane/20250311.md': 'Blah blah. '.repeat(mega) })
    const { checked, client } = await assertReportIsChecked(t, folder, 2)
    assert.match(checked.err, /^minutes: crane\/20250311\.md is not read: it has 11 MB\..*\n$/)
    assert.ok(client.logged.some((message) => message.includes('crane/20250311.md is not read')))
    const settings = folder.read('.minutes.json')
    folder.write('.minutes.json', settings.replace('{', '{ "ignore": ["crane/20250311.md"],'))
    assert.equal(minutes(folder.root, 'check').status, 1, 'who ignores it is not told')
  })
})

describe('texts', () => {
  const texts: Record<string, string> = {
    'with NUL bytes': '# Crane\0 2025-03-05\n\0\0\n- AI @in\0es: x\n',
    'of one line of 1 MB': `# Crane 2025-03-05 ${'and so on '.repeat(mega / 10)}`,
    'of 1 MB without a blank': `# Crane 2025-03-05 ${'x'.repeat(mega)}`,
    'of 1 MB of brackets': `# Crane 2025-03-05\n\n${'['.repeat(mega)}`,
    'of 1 MB of quotations': `# Crane 2025-03-05\n\n${'>'.repeat(mega)}`,
    'of minutes lines': `# Crane 2025-03-05\n\n${'Minutes:\n'.repeat(20_000)}`,
    'of lone surrogates': '# Crane \ud83d 2025-03-05 \ude00\n',
    'with every kind of line end': '# Crane 2025-03-05\r\rAI @ines: x\n\r\n\u2028\u2029\u0085',
  }
  for (const [name, text] of Object.entries(texts)) {
    test(name, async (t) => {
      const folder = new Folder(t, smallRepository())
      const path = 'crane/20250312.md'
      folder.write(path, text)
      const { status, err } = minutes(folder.root, 'check', path)
      assert.deepEqual({ status, err }, { status: 1, err: '' })
      const client = await Client.during(t, [folder.uri])
      await client.open(folder.uriOf(path), text)
      await askEverything(client, folder.uriOf(path))
      assert.deepEqual(await rulesOf(client, folder, report), ['stale-minutes-line'])
      assert.deepEqual(
        client.logged.filter((message) => message.includes('could not answer')),
        [],
      )
    })
  }

  test('of 10 MB in the editor', async (t) => {
    const folder = new Folder(t, smallRepository())
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('crane/20250312.md')
    await client.open(uri, `# Crane 2025-03-05\n\n${'- Blah blah blah\n'.repeat(600_000)}`)
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['date-mismatch'],
    )
  })

  test('that are not UTF-8', async (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write('crane/20250312.md', Buffer.from('# Kräne 2025-03-05\n', 'latin1'))
    const [finding] = findingsIn(folder.root, 'crane').findings
    assert.equal(finding!.rule, 'date-mismatch')
    await assertReportIsChecked(t, folder, 1)
  })
})

test('names of files may be any', async (t) => {
  const names = [
    'with blanks',
    'sharp #1',
    '100%',
    '50%25',
    'Kräne',
    '😀',
    "it's",
    '(x)',
    '[x]',
    'a&b',
    'a;b',
    'a+b',
    '..x',
  ]
  const folder = new Folder(t, smallRepository())
  const paths = names.map((name) => `crane ${name}/2025-03-12-${name}.md`)
  for (const path of paths) folder.write(path, '# Crane 2025-03-05\n')
  const { findings } = findingsIn(folder.root)
  const client = await Client.during(t, [folder.uri])
  for (const path of paths) {
    assert.equal(findings.find(({ file }) => file === path)?.rule, 'date-mismatch', path)
    assert.deepEqual(await rulesOf(client, folder, path), ['date-mismatch'], path)
    const top = { line: 0, character: 9 }
    const actions = await client.actions(folder.uriOf(path), { start: top, end: top })
    assert.ok(actions.length > 0, path)
    for (const action of actions) assert.ok((await client.resolveAction(action)).edit, path)
    folder.write(path, '# Crane 2025-03-12\n')
    await client.close(folder.uriOf(path))
    await client.filesChanged([folder.uriOf(path)])
    assert.deepEqual(await rulesOf(client, folder, path), [], path)
  }
})
