import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { checkRepository } from '../../server/src/node/check-repository.ts'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { commitAll } from '../support/git.ts'

const report = 'call/20250313.md'
const crane = 'crane/20250312.md'

/** A repository with one finding of severity warning that can be mended, and one that cannot. */
function faulty(t: TestContext): Folder {
  return new Folder(t, { ...smallRepository(), 'crane/20250226.md': '# Crane 2025-02-19\n\n- Fog\n' })
}

const topics = ['anchors', 'boats', 'cranes', 'doors']
const untold =
  '5 of 9 links to files lead nowhere, so files must have been moved or left out: single ones are not told.'

/** A repository in which most links lead to documents, which have moved, or are to be moved. */
function linking(t: TestContext, documents: string): Folder {
  const linked = (names: string[]) => names.map((name) => `- [${name}](../docs/${name}.md)\n`).join('')
  return new Folder(t, {
    '.minutes.json': '{ "forge": "https://forge.example/o/r" }',
    'crane/20250305.md': `# Crane 2025-03-05\n\n${linked(topics.slice(0, 2))}`,
    [crane]: `# Crane 2025-03-12\n\n${linked(topics.slice(2))}- [rope](../crane/ropes.md)\n`,
    ...Object.fromEntries(topics.map((name) => [`${documents}/${name}.md`, `# ${name}\n\n[back](anchors.md)\n`])),
  })
}

describe('minutes check', () => {
  test('draws findings for people', (t) => {
    const { root } = faulty(t)
    const { status, out, err } = minutes(root, 'check')
    const [stale, misdated] = findingsIn(root).findings
    assert.equal(
      out,
      `call/20250313.md:5:1 warning stale-minutes-line
  ${stale!.message}
  5 | Minutes:
    | ^^^^^^^^
    = --fix: Fill in crane/20250312.md

crane/20250226.md:1:9 warning date-mismatch
  ${misdated!.message}
  1 | # Crane 2025-02-19
    |         ^^^^^^^^^^
    = --fix=suggested date-mismatch: Change the date to 2025-02-26

2 findings in 2 of 6 files. 1 can be mended with --fix, 1 with --fix=suggested RULE.
`,
    )
    assert.equal(err, '')
    assert.equal(status, 1)
  })

  test('finds the same where minutes are too many to be kept until all have been read', (t) => {
    const { root } = faulty(t)
    const host = { progress() {}, problem: assert.fail, note: assert.fail, rules: [], skipUnchecked: false }
    const found = (keptCharacters?: number) =>
      checkRepository({ folder: root, paths: [''], files: [] }, host, keptCharacters).files.map(
        ({ path, text, findings }) => ({ path, text, messages: findings.map(({ message }) => message) }),
      )
    const whole = found()
    assert.equal(whole.flatMap(({ messages }) => messages).length, 2)
    assert.deepEqual(found(0), whole)
    assert.deepEqual(found(100), whole)
  })

  test('says that all is well', (t) => {
    const folder = new Folder(t, smallRepository(`Minutes: ${urlOf(crane)}`))
    assert.deepEqual(minutes(folder.root, 'check'), { status: 0, out: 'No findings in 5 files.\n', err: '' })
  })

  test('says in which of the folders there are no minutes, unless it is to be quiet', (t) => {
    const folder = new Folder(t, { 'docs/.minutes.json': '{}', 'docs/README.md': '# Crane\n' })
    const { root } = new Folder(t, smallRepository())
    const docs = join(folder.root, 'docs')
    const note = `minutes: No minutes are found in ${docs}. Minutes are files named by the day of a meeting, such as harbour/2025-03-12.md. Check another folder, or name the files so.\n`
    for (const format of ['text', 'json', 'sarif'])
      assert.equal(minutes(root, 'check', docs, '.', '--format', format).err, note)
    assert.equal(minutes(root, 'check', docs, '.', '--quiet').err, '')
    folder.write('docs/crane/20250312.md', '# Crane 2025-03-12\n')
    assert.equal(minutes(root, 'check', join(docs, 'README.md')).err, '')
  })

  test('says how many links lead nowhere where they are so many that single ones are not told, with --since too', (t) => {
    const folder = linking(t, 'docs')
    commitAll(folder)
    assert.equal(minutes(folder.root, 'check').err, '')
    for (const name of topics) folder.rename(`docs/${name}.md`, `handbook/${name}.md`)
    const err = `minutes: ${untold}\n`
    assert.deepEqual(minutes(folder.root, 'check'), { status: 0, out: 'No findings in 7 files.\n', err })
    assert.deepEqual(minutes(folder.root, 'check', '--since', 'HEAD'), {
      status: 0,
      out: 'No new findings since HEAD in 7 files.\n',
      err,
    })
    assert.equal(minutes(folder.root, 'check', '--rule', 'broken-relative-link').err, err)
    assert.equal(minutes(folder.root, 'check', '--quiet').err, '')
    assert.equal(minutes(folder.root, 'check', '--rule', 'date-mismatch').err, '')
    assert.equal(minutes(folder.root, 'check', 'handbook').err, '')
    assert.equal(minutes(folder.root, 'check', '--format', 'github').err, '')
  })

  test('names the repository where links lead nowhere, if it is one of several', (t) => {
    const { root } = linking(t, 'handbook')
    const other = new Folder(t, smallRepository(`Minutes: ${urlOf(crane)}`))
    const note = untold.replace('to files', `to files in ${root}`)
    assert.equal(minutes(other.root, 'check', '.', root).err, `minutes: ${note}\n`)
  })

  test('keeps silent on links whose rule is off', (t) => {
    const folder = linking(t, 'handbook')
    const settings = (severity: string) => `{ "rules": { "broken-relative-link": "${severity}" } }`
    folder.write('.minutes.json', settings('off'))
    assert.deepEqual(minutes(folder.root, 'check'), { status: 0, out: 'No findings in 7 files.\n', err: '' })
    folder.write('.minutes.json', settings('hint'))
    assert.equal(minutes(folder.root, 'check').err, `minutes: ${untold}\n`)
  })

  test('names what mends a finding, be it no option of its own', (t) => {
    const { root } = new Folder(t, {
      'crane/20250312.md':
        '# Crane 2025-03-12\n\n![](https://pad.example/uploads/0123456789abcdef.png)\n\n- Dial-in: +44 1632 960147, passcode 482913\n',
      'crane/20250931.md': '# Crane 2025-10-01\n',
      '.minutes.json':
        '{ "uploads": ["https://pad.example/uploads/"], "rules": { "private-detail": { "passcodes": true } } }',
    })
    const { out } = minutes(root, 'check')
    assert.match(out, /^3 findings in 2 of 3 files\. 1 can be mended with minutes save-images FILE, 1 in an editor\.$/m)
    const remedies = out
      .split('\n\n')
      .map((finding) => [/ ([a-z-]+)$/m.exec(finding)?.[1], /^ {4}= (.*)$/m.exec(finding)?.[1]])
    assert.deepEqual(remedies.slice(0, -1), [
      ['unsaved-image', 'minutes save-images crane/20250312.md: Store the picture as crane/0123456789abcdef.png'],
      ['private-detail', undefined],
      ['irregular-file-name', 'in an editor: Rename the file to 20251001.md'],
    ])
  })

  test('keeps tabs, and shows control characters as such', (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write(report, '# Call 2025-03-13\n\n### Team Crane\n\n*\tMinutes:\n')
    folder.write(crane, '# \u001b[31mCrane\u0007 2025-03-05\n')
    const { out } = minutes(folder.root, 'check')
    assert.ok(out.includes('  5 | *\tMinutes:\n    |  \t^^^^^^^^\n'), out)
    assert.ok(out.includes('  1 | # \ufffd[31mCrane\ufffd 2025-03-05\n'), out)
  })

  test('lets no name of a file speak to the terminal, nor to who reads its lines', (t) => {
    const name = 'crane/\u001b[31m\n::error::x.txt'
    const folder = new Folder(t, { ...smallRepository(), [name]: 'x' })
    const { status, err } = minutes(folder.root, 'check', name)
    assert.equal(status, 2)
    assert.match(err, /^minutes: crane\/\ufffd\[31m\ufffd::error::x\.txt is not checked: .*\n$/)
  })

  test('cuts a long line around the finding', (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write(crane, `# ${'Crane '.repeat(200)}2025-03-05 ${'and so on '.repeat(200)}\n`)
    const { out } = minutes(folder.root, 'check', crane)
    const [, , source, carets] = out.split('\n')
    assert.ok(source!.length < 180)
    assert.equal(source!.slice(carets!.indexOf('^'), carets!.lastIndexOf('^') + 1), '2025-03-05')
    assert.match(out, /^crane\/20250312\.md:1:1203 /)
  })
})

describe('minutes check --format json', () => {
  test('tells programs all of it', (t) => {
    const { status, out } = minutes(faulty(t).root, 'check', '--format', 'json')
    const range = { start: { line: 5, column: 1 }, end: { line: 5, column: 9 } }
    const { findings, ...others } = JSON.parse(out)
    assert.equal(status, 1)
    assert.deepEqual(others, { version: 1, files: 6 })
    const { message, ...stale } = findings[0]
    assert.match(message, /crane\/20250312\.md/)
    assert.deepEqual(stale, {
      file: report,
      rule: 'stale-minutes-line',
      severity: 'warning',
      range,
      fixes: [
        {
          title: 'Fill in crane/20250312.md',
          safety: 'safe',
          edits: [{ file: report, range, newText: `Minutes: ${urlOf(crane)}` }],
        },
      ],
    })
    assert.equal(findings.length, 2)
  })

  test('counts columns in UTF-16 units', (t) => {
    const folder = new Folder(t, { 'crane/20250312.md': '# 😀 Kräne 2025-03-05\r\n' })
    const [finding] = findingsIn(folder.root).findings
    assert.deepEqual(finding!.range, { start: { line: 1, column: 12 }, end: { line: 1, column: 22 } })
  })

  test('tells of a file to rename, and of the links that follow', (t) => {
    const folder = faulty(t)
    folder.write('docs/page.md', `[x](../crane/20250226.md)\n`)
    const { findings } = findingsIn(folder.root, 'crane')
    const fix = findings[0]!.fixes.find(({ rename }) => rename)
    assert.deepEqual(fix!.rename, { from: 'crane/20250226.md', to: 'crane/20250219.md' })
    assert.deepEqual(fix!.edits, [
      {
        file: 'docs/page.md',
        range: { start: { line: 1, column: 5 }, end: { line: 1, column: 25 } },
        newText: '../crane/20250219.md',
      },
    ])
  })

  test('is JSON without findings too', (t) => {
    assert.deepEqual(findingsIn(new Folder(t).root), { version: 1, files: 0, findings: [] })
  })
})

describe('PATHs', () => {
  const checked = (folder: Folder, ...paths: string[]) => {
    const { files, findings } = findingsIn(folder.root, ...paths)
    return [files, ...findings.map(({ file }) => file)]
  }

  test('name files, folders, several and all', (t) => {
    const folder = faulty(t)
    assert.deepEqual(checked(folder, report), [1, report])
    assert.deepEqual(checked(folder, 'crane'), [3, 'crane/20250226.md'])
    assert.deepEqual(checked(folder, 'crane/', `./${report}`), [4, report, 'crane/20250226.md'])
    assert.deepEqual(checked(folder, folder.at(report)), [1, report])
    assert.deepEqual(checked(folder, report, report), [1, report])
    assert.deepEqual(checked(folder, '.'), checked(folder))
  })

  test('that do not exist are a misuse', (t) => {
    const { status, out, err } = minutes(faulty(t).root, 'check', report, 'nowhere.md')
    assert.deepEqual({ status, out }, { status: 2, out: '' })
    assert.equal(err, 'There is no file or folder nowhere.md. Name one that exists.\n')
  })

  test('that are files and not checked are told of', (t) => {
    const folder = new Folder(t, {
      ...smallRepository(),
      'n.txt': 'Minutes:\n',
      '.hidden/20250312.md': '# 2025-03-05\n',
    })
    folder.write('old/20250312.md', '# 2025-03-05\n')
    folder.write('.minutes.json', '{ "ignore": ["old/**"] }')
    symlinkSync(new Folder(t, { 'out.md': '# Out\n' }).at('out.md'), folder.at('out.md'))
    const told = (path: string, why: RegExp) => {
      const { status, out, err } = minutes(folder.root, 'check', report, path)
      assert.deepEqual([status, out], [2, 'No findings in 1 file.\n'], path)
      assert.match(err, why)
      assert.equal(err.split('\n').length, 2)
    }
    told('n.txt', /^minutes: n\.txt is not checked: it is no Markdown/)
    told('old/20250312.md', /^minutes: old\/20250312\.md is not checked: \.minutes\.json ignores it/)
    told('.hidden/20250312.md', /^minutes: \.hidden\/20250312\.md is not checked: hidden files/)
    told('out.md', /^minutes: out\.md is not checked: .* a link/)
    assert.equal(minutes(folder.root, 'check', '.minutes.json', 'old').err, '')
  })

  test('belong to the repository around them, by .minutes.json or else by .git', (t) => {
    const folder = faulty(t)
    assert.deepEqual(findingsIn(folder.at('crane')).findings[0]!.file, 'crane/20250226.md')
    const { '.minutes.json': _, ...others } = smallRepository()
    const plain = new Folder(t, { ...others, 'crane/20250226.md': '# Crane 2025-02-19\n' })
    assert.equal(findingsIn(plain.at('crane')).findings[0]!.file, '20250226.md')
    mkdirSync(plain.at('.git'))
    assert.equal(findingsIn(plain.at('crane')).findings[0]!.file, 'crane/20250226.md')
  })

  test('belong to the nearest repository, whatever lies further out', (t) => {
    const inGit = new Folder(t, {
      '.minutes.json': '{}',
      'other.md': '# Other\n',
      'work/crane/20250226.md': '# 2025-02-19\n',
    })
    mkdirSync(inGit.at('work/.git'))
    assert.deepEqual(checked(inGit, 'work'), [1, 'crane/20250226.md'])
    assert.deepEqual(checked(inGit, 'work/crane'), [1, 'crane/20250226.md'])
    const within = new Folder(t, { 'work/.minutes.json': '{}', 'work/crane/20250226.md': '# 2025-02-19\n' })
    mkdirSync(within.at('.git'))
    assert.deepEqual(checked(within, 'work/crane'), [1, 'crane/20250226.md'])
  })

  test('of several repositories are checked one by one', (t) => {
    const [first, second] = [faulty(t), faulty(t)]
    const { findings } = findingsIn(first.root, '.', second.at('crane'))
    assert.deepEqual(
      findings.map(({ root, file }) => [root, file]),
      [
        [first.root, report],
        [first.root, 'crane/20250226.md'],
        [second.root, 'crane/20250226.md'],
      ],
    )
  })
})

describe('the exit status', () => {
  const status = (folder: Folder, ...args: string[]) => minutes(folder.root, 'check', ...args).status

  test('is that of the worst finding that counts', (t) => {
    const folder = faulty(t)
    assert.equal(status(folder), 1)
    assert.equal(status(folder, '--fail-on', 'error'), 0)
    assert.equal(status(folder, '--fail-on', 'never'), 0)
    assert.equal(status(folder, '--fail-on=hint'), 1)
    const settings = folder.read('.minutes.json')
    const rules = (severity: string) => `{ "rules": { "date-mismatch": "${severity}", "stale-minutes-line": "off" },`
    folder.write('.minutes.json', settings.replace('{', rules('hint')))
    assert.equal(status(folder), 0)
    assert.equal(status(folder, '--fail-on', 'information'), 0)
    assert.equal(status(folder, '--fail-on', 'hint'), 1)
    folder.write('.minutes.json', settings.replace('{', rules('error')))
    assert.equal(status(folder, '--fail-on', 'error'), 1)
  })

  test('is 2 for what cannot be meant', (t) => {
    const { root } = new Folder(t)
    const misuse = (words: RegExp, ...args: string[]) => {
      const { status, out, err } = minutes(root, ...args)
      assert.deepEqual({ status, out }, { status: 2, out: '' }, args.join(' '))
      assert.match(err, words)
      assert.doesNotMatch(err, /\n {4}at /, 'no stack is shown')
    }
    misuse(/^Usage: minutes COMMAND/)
    misuse(/^There is no command "chek"\. Did you mean check\?\n$/, 'chek')
    misuse(/^There is no command "chekc"\. Did you mean check\?\n$/, 'chekc')
    misuse(
      /^There is no command "bogus"\. The commands are:\n {2}check, .*\n {2}.*help\n"minutes help" tells more\.\n$/,
      'bogus',
    )
    misuse(/^There is no command "bogus"\. The commands are/, 'help', 'bogus')
    misuse(
      /^A command stands before its options: minutes COMMAND --format\n"minutes help" tells more\.\n$/,
      '--format',
      'json',
    )
    misuse(/There is no format "xml". The formats are text, json/, 'check', '--format', 'xml')
    misuse(/There is no format "constructor"/, 'check', '--format', 'constructor')
    misuse(/There is no severity "bad". The severities are error, .*never/, 'check', '--fail-on', 'bad')
    misuse(/There is no severity "warn". Did you mean warning\?\n$/, 'check', '--fail-on', 'warn')
    const help = '\n"minutes help check" tells more.\n'
    const option = (words: string, ...args: string[]) => {
      misuse(/./, 'check', ...args)
      assert.equal(minutes(root, 'check', ...args).err, words + help)
    }
    option('There is no option --colour.', '--colour')
    option('There is no option --rules. Did you mean --rule?', '--rules', 'x')
    option('There is no option -z.', '-qz')
    option('--format needs a value.', '--format')
    option('--rule needs a value, and "--since" looks like another option.', '--rule', '--since')
    option('--quiet takes no value.', '--quiet=yes')
    misuse(/^There is no option "--versoin"\. Did you mean --version\?\n$/, '--versoin')
    for (const command of ['calendar', 'attendance', 'new', 'draft', 'import', 'init', 'save-images', 'explain'])
      misuse(new RegExp(`^.+\\.\n"minutes help ${command}" tells more\\.\n$`), command, ...misused(command))
  })

  test('has no command that the README does not show', (t) => {
    const { out } = minutes(new Folder(t).root, 'help')
    const readme = readFileSync('README.md', 'utf8')
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, command]) => command!)
    assert.ok(commands.includes('save-images'))
    for (const command of commands) assert.match(readme, new RegExp(`^minutes ${command}\\b`, 'm'))
  })

  test('is 0 for those who ask', (t) => {
    const { root } = new Folder(t)
    assert.match(minutes(root, '--help').out, /^Usage: minutes COMMAND/)
    assert.match(minutes(root, 'check', '--help').out, /^Usage: minutes check/)
    assert.match(minutes(root, 'help').out, /^Usage: minutes COMMAND/)
    assert.match(minutes(root, 'help', 'explain').out, /^Usage: minutes explain/)
    assert.match(minutes(root, '--version').out, /^\d+\.\d+\.\d+\n$/)
    for (const args of [['--help'], ['-h'], ['help'], ['check', '-h'], ['--version'], ['-v']])
      assert.equal(minutes(root, ...args).status, 0)
  })
})

/** Arguments of which a command cannot make sense: too many, or none where it needs some. */
function misused(command: string): string[] {
  return command === 'save-images' ? [] : ['a', 'b']
}

describe('--quiet', () => {
  test('leaves the findings', (t) => {
    const { out, status } = minutes(faulty(t).root, 'check', '-q')
    assert.equal(status, 1)
    assert.match(out, /stale-minutes-line/)
    assert.doesNotMatch(out, /mended/)
  })

  test('says nothing where there is nothing', (t) => {
    const folder = new Folder(t, { 'crane/20250312.md': '# Crane 2025-03-12\n' })
    assert.deepEqual(minutes(folder.root, 'check', '--quiet'), { status: 0, out: '', err: '' })
  })
})

describe('--fix', () => {
  test('mends what is safe, and nothing else; twice equals once', (t) => {
    const folder = faulty(t)
    const before = folder.read('crane/20250226.md')
    const first = minutes(folder.root, 'check', '--fix')
    assert.equal(first.status, 1)
    assert.match(first.out, /date-mismatch/)
    assert.match(
      first.out,
      /^1 finding mended. 1 finding in 1 of 6 files. 1 can be mended with --fix=suggested RULE.$/m,
    )
    assert.equal(
      folder.read(report),
      `# Call 2025-03-13\n\n### Team Crane\n\nMinutes: ${urlOf(crane)}\n\n- Hooks hold\n`,
    )
    assert.equal(folder.read('crane/20250226.md'), before)
    const once = folder.read(report)
    const second = minutes(folder.root, 'check', '--fix')
    assert.match(second.out, /^1 finding in 1 of 6 files\./m)
    assert.equal(folder.read(report), once)
    assert.deepEqual(readdirSync(folder.at('call')), ['20250306.md', '20250313.md'])
  })

  test('says once how many links lead nowhere, as it is in the end', (t) => {
    const folder = faulty(t)
    folder.write('crane/20250305.md', `# Crane 2025-03-05\n\n${topics.map((name) => `- ${urlOf(name)}.md\n`).join('')}`)
    const note = (count: string) => `minutes: ${untold.replace('5 of 9', count)}\n`
    assert.equal(minutes(folder.root, 'check').err, note('4 of 5'))
    const mended = `minutes: ${report} is changed: 1 finding mended.\n`
    assert.equal(minutes(folder.root, 'check', '--fix').err, mended + note('4 of 6'))
  })

  test('mends all at once, however many there are', (t) => {
    const folder = new Folder(t, smallRepository())
    const section = '### Team Crane\n\nMinutes:\n\n'
    folder.write(report, `# Call 2025-03-13\n\n${section.repeat(120)}`)
    assert.equal(findingsIn(folder.root).findings.length, 120)
    assert.deepEqual(minutes(folder.root, 'check', '--fix'), {
      status: 0,
      out: '120 findings mended. No findings in 5 files.\n',
      err: 'minutes: call/20250313.md is changed: 120 findings mended.\n',
    })
  })

  test('names files as findings do, from where its user stands', (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write(report, '# Call 2025-03-13\n\n[Hooks](#hooks)\n\n### Team Crane\n\nMinutes:\n')
    const { out, err } = minutes(folder.at('crane'), 'check', '..', '--fix')
    assert.equal(err, 'minutes: ../call/20250313.md is changed: 1 finding mended.\n')
    assert.match(out, /^\.\.\/call\/20250313\.md:3:/m)
  })

  test('leaves nothing safe to fix in the sample', (t) => {
    const folder = Folder.sample(t)
    minutes(folder.root, 'check', '--fix')
    const { findings } = findingsIn(folder.root)
    const safe = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe'))
    assert.deepEqual(safe, [])
  })

  test('touches only what it was pointed to', (t) => {
    const folder = faulty(t)
    assert.match(minutes(folder.root, 'check', '--fix', 'crane').out, /^1 finding in 1 of 3 files\./m)
    assert.match(folder.read(report), /Minutes:\n/)
  })

  test('keeps line ends, byte-order mark and rights', (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write(report, '\ufeff# Call 2025-03-13\r\n\r\n### Team Crane\r\n\r\nMinutes:\r\n')
    chmodSync(folder.at(report), 0o664)
    assert.equal(minutes(folder.root, 'check', '--fix').status, 0)
    assert.equal(
      folder.read(report),
      `\ufeff# Call 2025-03-13\r\n\r\n### Team Crane\r\n\r\nMinutes: ${urlOf(crane)}\r\n`,
    )
    assert.equal(statSync(folder.at(report)).mode & 0o777, 0o664)
  })

  test('overwrites no file that it has not checked', (t) => {
    const folder = new Folder(t, smallRepository())
    const others = [0, 1].map((number) => `${report}.minutes-${number}.tmp`)
    for (const other of others) folder.write(other, 'mine')
    assert.equal(minutes(folder.root, 'check', '--fix').status, 0)
    assert.ok(folder.read(report).includes(urlOf(crane)))
    for (const other of others) assert.equal(folder.read(other), 'mine')
    assert.equal(readdirSync(folder.at('call')).length, 4)
  })

  test('refuses what is not UTF-8', (t) => {
    const folder = new Folder(t, smallRepository())
    const latin = Buffer.from('# Call 2025-03-13\n\n### Team Crane\n\nMinutes:\n\nKräne\n', 'latin1')
    folder.write(report, latin)
    const { status, err } = minutes(folder.root, 'check', '--fix')
    assert.equal(status, 1)
    assert.match(err, /^minutes: call\/20250313\.md is not fixed: it is not UTF-8/)
    assert.equal(folder.read(report), latin.toString('utf8'))
  })

  test('refuses what is write-protected', (t) => {
    const folder = new Folder(t, smallRepository())
    chmodSync(folder.at(report), 0o444)
    const { status, err } = minutes(folder.root, 'check', '--fix')
    assert.equal(status, 1)
    assert.match(err, /call\/20250313\.md is not fixed: it is write-protected/)
    assert.match(folder.read(report), /Minutes:\n/)
  })

  test('writes through a link, which stays one', (t) => {
    const folder = new Folder(t, smallRepository())
    folder.rename(report, 'texts/newest.txt')
    symlinkSync('../texts/newest.txt', folder.at(report))
    assert.equal(minutes(folder.root, 'check', '--fix').status, 0)
    assert.ok(folder.read('texts/newest.txt').includes(urlOf(crane)))
  })
})
