import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { commitAll, git } from '../support/git.ts'

const report = 'call/20250313.md'
const misdated = '# Crane 2025-02-19\n\n- Fog\n'

/** A git repository whose commit has two findings: a minutes line to fill in, and minutes with the date of another day. */
function faulty(t: TestContext): Folder {
  const folder = new Folder(t, { ...smallRepository(), 'crane/20250226.md': misdated })
  commitAll(folder)
  return folder
}

/** The findings since a revision, as `FILE:LINE RULE`. */
function since(folder: string, revision = 'HEAD', ...args: string[]): string[] {
  const { findings } = findingsIn(folder, '--since', revision, ...args)
  return findings.map(({ file, range, rule }) => `${file}:${range.start.line} ${rule}`)
}

describe('--since', () => {
  test('tells nothing of what was there before', (t) => {
    const folder = faulty(t)
    assert.equal(findingsIn(folder.root).findings.length, 2)
    assert.deepEqual(since(folder.root), [])
    assert.deepEqual(minutes(folder.root, 'check', '--since=HEAD'), {
      status: 0,
      out: 'No new findings since HEAD in 6 files.\n',
      err: '',
    })
  })

  test('tells of lines that are added or changed, committed or not, and of new files', (t) => {
    const folder = faulty(t)
    git(folder.root, 'switch', '-q', '-c', 'next')
    folder.write('crane/20250305.md', '# Crane 2025-03-04\n')
    commitAll(folder)
    folder.write(report, `${folder.read(report)}\n## Team Crane\n\nMinutes: none yet\n`)
    folder.write('crane/20250319.md', '# Crane 2025-03-18\n')
    assert.deepEqual(since(folder.root, 'main'), [
      `${report}:11 stale-minutes-line`,
      'crane/20250305.md:1 date-mismatch',
      'crane/20250319.md:1 date-mismatch',
    ])
    assert.deepEqual(since(folder.root, 'HEAD', 'call'), [`${report}:11 stale-minutes-line`])
  })

  test('counts from where the branch left the revision', (t) => {
    const folder = faulty(t)
    git(folder.root, 'switch', '-q', '-c', 'next')
    git(folder.root, 'switch', '-q', 'main')
    folder.write('crane/20250226.md', '# Crane 2025-02-26\n')
    commitAll(folder)
    git(folder.root, 'switch', '-q', 'next')
    assert.deepEqual(since(folder.root, 'main'), [])
  })

  test('tells of what the change causes elsewhere', (t) => {
    const folder = new Folder(t, smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`))
    commitAll(folder)
    folder.remove('crane/20250312.md')
    assert.deepEqual(since(folder.root), [`${report}:5 broken-minutes-link`])
    assert.deepEqual(since(folder.root, 'HEAD', 'crane'), [])
  })

  test('tells a second finding of the same words from the first', (t) => {
    const folder = faulty(t)
    const lines = folder.read(report)
    folder.write(report, `${lines}\n### Team Crane\n\nMinutes:\n`)
    assert.deepEqual(since(folder.root), [`${report}:11 stale-minutes-line`])
    folder.write(report, lines.replace('\n### Team', '\n### Team Crane\n\nMinutes:\n\n### Team'))
    assert.equal(since(folder.root).length, 1, 'whichever of the two is taken for new')
  })

  test('does not take what has moved down for new', (t) => {
    const folder = faulty(t)
    folder.write(report, folder.read(report).replace('\n\n', '\n\nWelcome!\n\n').replaceAll('\n', '\r\n'))
    assert.deepEqual(since(folder.root), [])
  })

  test('follows files that get another name', (t) => {
    const folder = faulty(t)
    folder.rename('crane/20250226.md', 'crane/2025-02-26.md')
    folder.rename(report, 'call/2025-03-13.md')
    folder.write('call/2025-03-13.md', `${folder.read('call/2025-03-13.md')}\n- Ropes too\n`)
    assert.equal(findingsIn(folder.root).findings.length, 2)
    assert.deepEqual(since(folder.root), [])
  })

  test('tells of settings that were changed, and of what they cause', (t) => {
    const folder = new Folder(t, { ...smallRepository(), '.minutes.json': '{\n"forge": 7,\n}', [report]: '# Call\n' })
    commitAll(folder)
    assert.deepEqual(since(folder.root), [])
    folder.write('.minutes.json', '{\n"branch": 7,\n"forge": 7,\n}')
    assert.deepEqual(since(folder.root), ['.minutes.json:2 invalid-settings'])
  })

  test('leaves alone what git ignores, and what lies in other repositories', (t) => {
    const other = new Folder(t, { '20250312.md': '# 2025-03-05\n' })
    commitAll(other)
    const folder = faulty(t)
    folder.write('.gitignore', 'drafts/\n')
    git(folder.root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, 'other')
    commitAll(folder)
    folder.write('drafts/20250312.md', '# 2025-03-05\n')
    assert.equal(findingsIn(folder.root).findings.length, 4)
    assert.deepEqual(since(folder.root), [])
  })

  test('knows a repository below the top of the checkout, by any name', (t) => {
    const folder = new Folder(t)
    const files = { ...smallRepository(), 'Kräne 😀/20250312 "x".md': '# 2025-03-05\n' }
    for (const [path, text] of Object.entries(files)) folder.write(`docs/minutes/${path}`, text)
    commitAll(folder)
    assert.equal(findingsIn(folder.at('docs/minutes')).findings.length, 2)
    assert.deepEqual(since(folder.at('docs/minutes')), [])
    folder.write('docs/minutes/crane/20250305.md', '# Crane 2025-03-04\n')
    assert.deepEqual(since(folder.root, 'HEAD', 'docs/minutes'), ['crane/20250305.md:1 date-mismatch'])
  })

  test('knows a repository that the revision does not have', (t) => {
    const folder = new Folder(t, { 'README.md': '# Read me\n' })
    commitAll(folder)
    for (const [path, text] of Object.entries(smallRepository())) folder.write(`minutes/${path}`, text)
    assert.deepEqual(since(folder.at('minutes')), [`${report}:5 stale-minutes-line`])
  })

  test('follows links', (t) => {
    const folder = new Folder(t, { 'texts/wrong.txt': misdated, 'texts/wrong.md': misdated })
    mkdirSync(folder.at('crane'))
    symlinkSync('../texts/wrong.md', folder.at('crane/20250226.md'))
    symlinkSync('20250226.md', folder.at('crane/20250227.md'))
    symlinkSync('nowhere.md', folder.at('crane/20250228.md'))
    symlinkSync('20250301.md', folder.at('crane/20250301.md'))
    commitAll(folder)
    const { findings } = findingsIn(folder.root)
    assert.ok(findings.some(({ file }) => file === 'crane/20250227.md'))
    assert.deepEqual(since(folder.root), [])
  })

  test('decides what is mended', (t) => {
    const folder = faulty(t)
    folder.write(report, `${folder.read(report)}\n## Team Crane\n\nMinutes: none yet\n`)
    const { status, out } = minutes(folder.root, 'check', '--since', 'HEAD', '--fix')
    assert.deepEqual([status, out], [0, '1 finding mended. No new findings since HEAD in 6 files.\n'])
    assert.match(folder.read(report), /\nMinutes:\n/, 'the old line is as it was')
    assert.ok(folder.read(report).endsWith(`\nMinutes: ${urlOf('crane/20250312.md')}\n`))
  })

  test('changes nothing in the repository, and runs no program of its settings', (t) => {
    const folder = faulty(t)
    folder.write('crane/20250305.md', '# Crane 2025-03-04\n')
    folder.write('.gitattributes', '*.md diff=x filter=x\n')
    const touch = `touch ${folder.at('touched')}; cat`
    for (const [name, value] of Object.entries({
      'core.fsmonitor': touch,
      'core.pager': touch,
      'diff.external': touch,
      'diff.x.textconv': touch,
      'diff.x.command': touch,
      'filter.x.clean': touch,
      'filter.x.smudge': touch,
    }))
      git(folder.root, 'config', name, value)
    const before = git(folder.root, 'rev-parse', 'HEAD') + folder.read('.git/index')
    assert.deepEqual(since(folder.root), ['crane/20250305.md:1 date-mismatch'])
    assert.equal(git(folder.root, 'rev-parse', 'HEAD') + folder.read('.git/index'), before)
    assert.throws(() => folder.read('touched'))
  })
})

describe('--since is a misuse', () => {
  const misuse = (folder: string, words: RegExp, ...args: string[]) => {
    const { status, out, err } = minutes(folder, 'check', ...args)
    assert.deepEqual({ status, out }, { status: 2, out: '' })
    assert.match(err, words)
    assert.doesNotMatch(err, /\n {4}at /, 'no stack is shown')
  }

  test('where there is no such revision', (t) => {
    const { root } = faulty(t)
    for (const revision of ['nowhere', 'HEAD~9', '0'.repeat(40), 'HEAD..HEAD', '', '--help', '-x', 'HEAD:call', 'a b'])
      misuse(root, /^git knows no revision "/, `--since=${revision}`)
    misuse(root, /--since/, '--since')
  })

  test('where there is no git repository', (t) => {
    misuse(new Folder(t, smallRepository()).root, /in no git repository\.\n$/, '--since', 'main')
  })

  test('where there is no commit yet', (t) => {
    const folder = new Folder(t, smallRepository())
    git(folder.root, 'init', '-q')
    misuse(folder.root, /^This repository has no commit yet, so --since/, '--since', 'HEAD')
  })

  test('where the histories have nothing in common', (t) => {
    const folder = faulty(t)
    git(folder.root, 'switch', '-q', '--orphan', 'other')
    folder.write('a.md', '# A\n')
    commitAll(folder)
    misuse(folder.root, /^HEAD and "main" have no commit in common\.\n$/, '--since', 'main')
  })

  test('where the clone is shallow', (t) => {
    const folder = faulty(t)
    git(folder.root, 'switch', '-q', '-c', 'next')
    commitAll(folder)
    commitAll(folder)
    git(folder.root, 'switch', '-q', 'main')
    commitAll(folder)
    const clone = new Folder(t)
    git(clone.root, 'clone', '-q', '--depth=1', '--no-single-branch', '-b', 'next', folder.uri, '.')
    misuse(clone.root, /^This clone is shallow.*"fetch-depth: 0"/, '--since', 'origin/main')
    misuse(clone.root, /^This clone is shallow/, '--since', git(folder.root, 'rev-parse', 'main~1'))
    assert.deepEqual(since(clone.root), [])
  })

  test('where the clone is partial: nothing is fetched', (t) => {
    const folder = faulty(t)
    git(folder.root, 'config', 'uploadpack.allowFilter', 'true')
    folder.write('crane/20250305.md', '# Crane 2025-03-05\n')
    commitAll(folder)
    const clone = new Folder(t)
    git(clone.root, 'clone', '-q', '--filter=blob:none', folder.uri, '.')
    misuse(clone.root, /^This clone does not hold the files as they were/, '--since', 'HEAD~1')
  })

  test('where there is no git', (t) => {
    const { root } = faulty(t)
    const args = [`${process.cwd()}/dist/cli.js`, 'check', '--since', 'HEAD']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env: { PATH: root }, encoding: 'utf8' })
    assert.equal(status, 2)
    assert.match(stderr, /^--since asks git what has changed, and there is no git on the PATH/)
  })
})

test('a hook of git may ask', (t) => {
  const folder = faulty(t)
  folder.write('crane/20250305.md', '# Crane 2025-03-04\n')
  const cli = `${process.cwd()}/dist/cli.js`
  folder.write(
    '.git/hooks/pre-commit',
    `#!/bin/sh\ncd crane && exec ${process.execPath} ${cli} check -q --since HEAD >../.git/said\n`,
  )
  spawnSync('chmod', ['+x', folder.at('.git/hooks/pre-commit')])
  git(folder.root, 'add', '-A')
  assert.throws(() => git(folder.root, 'commit', '-m', 'No'))
  assert.match(folder.read('.git/said'), /^20250305\.md:1:9 warning date-mismatch\n/)
})
