import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { findingsIn, minutes, minutesMeanwhile } from '../support/command.ts'
import { Folder } from '../support/folder.ts'
import { misbehaviour, Pad, picture, redirects, sends } from '../support/pad.ts'

const hook = '/uploads/upload_11111111111111111111111111111111.png'
const nameOfHook = hook.slice('/uploads/'.length)
const markdown = 'text/markdown; charset=UTF-8'

const files = {
  '.minutes.json': '{ "teams": [{ "name": "Team Crane", "folder": "crane" }] }',
  'crane/20250305.md': '# Crane 2025-03-05\n\n- @ines-berg\n- @bo-lind\n',
  'storage/20250304.md': '# Storage 2025-03-04\n',
}

/** What people leave in a pad. */
const pad = [
  '\ufeff# Crane 2025-03-12',
  '',
  'The contents of this pad will be public on GitHub.',
  '',
  '- @ines-berg',
  '- @bo-lind',
  '\t- @AI bo-lind: oil it',
  '',
  `![hook](${hook} =300x)`,
  '',
  '',
].join('\r\n')

const imported = `# Crane 2025-03-12

- @ines-berg
- @bo-lind
    - AI @bo-lind: oil it

<img src="${nameOfHook}" alt="hook" width="300">
`

async function stage(t: TestContext, answers: Parameters<typeof Pad.start>[1]) {
  const server = await Pad.start(t, answers)
  return { server, folder: new Folder(t, files) }
}

const run = ({ root }: Folder, ...args: string[]) => minutesMeanwhile(root, ['import', ...args])

describe('minutes import', () => {
  test('makes minutes of a pad, with its pictures, in which nothing is wrong', async (t) => {
    const { server, folder } = await stage(t, { '/crane/download': sends(pad, markdown), [hook]: sends(picture) })
    const { status, out } = await run(folder, server.url('/crane?both#agenda'))
    assert.deepEqual({ status, out }, { status: 0, out: `crane/20250312.md\ncrane/${nameOfHook}\n` })
    assert.equal(folder.read('crane/20250312.md'), imported)
    assert.deepEqual(readFileSync(folder.at(`crane/${nameOfHook}`)), picture)
    assert.deepEqual(findingsIn(folder.root).findings, [])
    assert.deepEqual(server.asked, ['/crane/download', hook])
    for (const { cookie, authorization, referer } of server.headers)
      assert.deepEqual([cookie, authorization, referer], [undefined, undefined, undefined])
  })

  test('takes a text that has been saved from one, without any network', (t) => {
    const folder = new Folder(t, files)
    folder.write('saved 💾/pad #1.md', pad)
    const { status, out } = minutes(folder.root, 'import', 'saved 💾/pad #1.md')
    assert.deepEqual({ status, out }, { status: 0, out: 'crane/20250312.md\n' })
    assert.match(folder.read('crane/20250312.md'), /^# Crane 2025-03-12\n\n- @ines-berg\n/)
  })

  test('is told what the text does not say', (t) => {
    const folder = new Folder(t, { ...files, 'notes.md': '# Notes\n\n- It squeaks\n' })
    assert.match(minutes(folder.root, 'import', 'notes.md').err, /^No heading says whose meeting .* Say --team TEAM\./)
    assert.match(minutes(folder.root, 'import', 'notes.md', '--team', 'crane').err, /^No heading says on which day/)
    const args = ['import', 'notes.md', '--team', 'Team Crane', '--date', '2025-03-12']
    assert.equal(minutes(folder.root, ...args, '--print').out, '# Notes\n\n- It squeaks\n')
    assert.deepEqual(readdirSync(folder.at('crane')), ['20250305.md'])
    assert.equal(minutes(folder.root, ...args).out, 'crane/20250312.md\n')
  })

  test('says when the text keeps a date of another day', (t) => {
    const folder = new Folder(t, { ...files, 'pad.md': '# Crane, 10.–12. March 2025\n\n- Fog\n' })
    assert.equal(
      minutes(folder.root, 'import', 'pad.md', '--date', '2025-03-20', '--print').err,
      'minutes: the text keeps the date "10.–12. March 2025", which is that of another day.\n',
    )
  })

  test('says when the text names another team than it is told', (t) => {
    const folder = new Folder(t, { ...files, 'pad.md': '# Crane 2025-03-12\n\n- Fog\n' })
    assert.equal(
      minutes(folder.root, 'import', 'pad.md', '--team', 'storage', '--print').err,
      'minutes: the headings of the text name Team Crane, and it becomes minutes of storage.\n',
    )
    assert.equal(minutes(folder.root, 'import', 'pad.md', '--team', 'crane', '--print').err, '')
  })

  test('dates the minutes by the day that it is told, and says so', (t) => {
    const folder = new Folder(t, { ...files, 'pad.md': '# Crane, 5 March 2025\n\n- Fog\n' })
    const args = ['import', 'pad.md', '--date', '2025-03-12']
    const err = 'minutes: the text was dated "5 March 2025", and is now dated "12 March 2025".\n'
    const text = '# Crane, 12 March 2025\n\n- Fog\n'
    assert.deepEqual(minutes(folder.root, ...args, '--print'), { status: 0, out: text, err })
    assert.deepEqual(minutes(folder.root, ...args), { status: 0, out: 'crane/20250312.md\n', err })
    assert.equal(folder.read('crane/20250312.md'), text)
    assert.deepEqual(findingsIn(folder.root, 'crane').findings, [])
    assert.equal(
      minutes(folder.root, ...args).err,
      'minutes: The minutes of 2025-03-12 are there already: crane/20250312.md.\n',
    )
  })

  test('never writes over a file', async (t) => {
    const { server, folder } = await stage(t, { '/crane/download': sends(pad, markdown), [hook]: sends(picture) })
    folder.write('crane/20250312.md', 'Do not touch\n')
    const { status, out, err } = await run(folder, server.url('/crane'))
    assert.deepEqual({ status, out }, { status: 1, out: '' })
    assert.equal(err, 'minutes: The minutes of 2025-03-12 are there already: crane/20250312.md.\n')
    assert.equal(folder.read('crane/20250312.md'), 'Do not touch\n')
    assert.deepEqual(server.asked, ['/crane/download'])
  })

  test('leaves the pictures on the pad when it is told so', async (t) => {
    const { server, folder } = await stage(t, { '/crane/download': sends(pad, markdown) })
    assert.equal((await run(folder, server.url('/crane'), '--no-pictures')).status, 0)
    assert.ok(folder.read('crane/20250312.md').includes(`"${server.url(hook)}"`))
    assert.equal(server.asked.length, 1)
  })

  test('makes the minutes although a picture does not come, and says so', async (t) => {
    const { server, folder } = await stage(t, { '/crane/download': sends(pad, markdown) })
    const { status, out, err } = await run(folder, server.url('/crane'))
    assert.deepEqual({ status, out }, { status: 1, out: 'crane/20250312.md\n' })
    assert.match(err, /answered 404: http/)
    assert.ok(folder.read('crane/20250312.md').includes(server.url(hook)))
  })

  /** A series with a folder for each year, whose minutes of the new one show two pictures. What happens when the second is asked for. */
  async function interrupted(t: TestContext, meanwhile: (folder: Folder) => void) {
    const folder = new Folder(t, {
      'crane/2024/12-18.md': '# Crane 2024-12-18\n',
      'storage/20250304.md': '# Storage\n',
    })
    const second = hook.replaceAll('1', '2')
    let stop = () => {}
    const server = await Pad.start(t, {
      '/crane/download': sends(`# Crane 2025-01-08\n\n![hook](${hook})\n\n![quay](${second})\n`, markdown),
      [hook]: sends(picture),
      [second]: (response) => {
        misbehaviour.slow(response)
        meanwhile(folder)
        stop()
      },
      '/silent/download': () => stop(),
    })
    const end = (path: string) =>
      minutesMeanwhile(folder.root, ['import', server.url(path)], (child) => {
        stop = () => child.kill('SIGINT')
      })
    return { folder, end, paths: () => readdirSync(folder.root, { recursive: true }).sort() }
  }

  test('leaves everything as it was with Ctrl+C, while the pad is read and while its pictures come', async (t) => {
    let made: unknown
    const { folder, end, paths } = await interrupted(t, ({ root }) => {
      made = readdirSync(root, { recursive: true }).length
    })
    const before = paths()
    const ended = { status: 130, out: '', err: 'minutes: ended by you: nothing is imported.\n' }
    assert.deepEqual(await end('/silent'), ended)
    assert.deepEqual(await end('/crane'), ended)
    assert.equal(made, before.length + 3, 'a folder, the minutes and a picture have been made')
    assert.deepEqual(paths(), before)
    assert.equal(folder.read('crane/2024/12-18.md'), '# Crane 2024-12-18\n')
  })

  test('takes nothing away with Ctrl+C into which somebody has written', async (t) => {
    const { folder, end, paths } = await interrupted(t, (folder) => folder.write('crane/2025/01-08.md', 'Mine\n'))
    const before = paths()
    assert.deepEqual(await end('/crane'), {
      status: 130,
      out: '',
      err:
        'minutes: crane/2025/01-08.md stays: it has been changed meanwhile, or cannot be taken away.\n' +
        'minutes: ended by you: nothing is imported.\n',
    })
    assert.equal(folder.read('crane/2025/01-08.md'), 'Mine\n')
    assert.deepEqual(paths(), [...before, 'crane/2025', 'crane/2025/01-08.md'].sort())
  })

  test('is not hindered by what else cannot be read, tells it once, and is soon done with Ctrl+C', async (t) => {
    const { server, folder } = await stage(t, { '/crane/download': sends(pad, markdown), [hook]: sends(picture) })
    folder.write('crane/20250304.md', 'dump '.repeat(1_000_000))
    const before = new Folder(t, {
      'listeners.cjs': "process.on('exit', () => console.error('listeners: ' + process.listenerCount('SIGINT')))",
    })
    const args = ['import', server.url('/crane')]
    const { status, out, err } = await minutesMeanwhile(folder.root, args, () => {}, before.at('listeners.cjs'))
    assert.deepEqual({ status, out }, { status: 0, out: `crane/20250312.md\ncrane/${nameOfHook}\n` })
    assert.deepEqual(err.split('\n'), [
      'minutes: crane/20250304.md is not read: it has 5 MB. Minutes are text of a few kilobytes.',
      'minutes: 1 of 1 pictures are saved.',
      'listeners: 0',
      '',
    ])
  })

  test('asks no other host for the pictures, and follows the pad to none', async (t) => {
    const other = await Pad.start(t, { [hook]: sends(picture), '/crane/download': sends(pad, markdown) })
    const text = `# Crane 2025-03-12\n\n![hook](${other.url(hook)})\n`
    const { server, folder } = await stage(t, {
      '/crane/download': sends(text, markdown),
      '/moved/download': redirects(() => other.url('/crane/download')),
    })
    const { status, err } = await run(folder, server.url('/crane'))
    assert.equal(status, 1)
    assert.ok(err.includes(`1 picture is at ${other.host}, from which nothing is downloaded unasked.`))
    folder.write('.minutes.json', JSON.stringify({ uploads: [other.url('/uploads/')] }))
    for (const named of [[], ['--from', other.host]]) {
      const moved = await run(folder, server.url('/moved'), ...named)
      assert.equal(moved.status, 1)
      assert.ok(moved.err.includes(`leads to ${other.host}, from which nobody has asked for anything.`))
    }
    assert.deepEqual(other.asked, [])
  })

  for (const [name, answer, reason] of [
    ['a page', sends('<!DOCTYPE html><h1>Sign in</h1>', 'text/html'), /sent a page, and not its text/],
    ['no text', sends(Buffer.from([0xff, 0xfe, 0x00]), 'image/png'), /sent no text in UTF-8, but image\/png\.\n$/],
    ['half of it', misbehaviour.cutOff, /broke off before all of it had come\.\n$/],
    ['without an end', misbehaviour.endless, /sent more than 5 MB\.\n$/],
    ['too busy', misbehaviour.busy, /answered 429.*try again in 30 seconds\.\n$/],
    ['nothing', sends('', markdown), /^minutes: The pad is empty/],
  ] as const) {
    test(`says why a pad is not imported: ${name}`, async (t) => {
      const { server, folder } = await stage(t, { '/crane/download': answer })
      const args = ['--team', 'crane', '--date', '2025-03-12']
      const { status, out, err } = await run(folder, server.url('/crane'), ...args)
      assert.deepEqual({ status, out }, { status: 1, out: '' })
      assert.match(err, reason)
      assert.deepEqual(readdirSync(folder.at('crane')), ['20250305.md'])
    })
  }

  test('says where it cannot write', { skip: process.getuid?.() === 0 && 'root may write anywhere' }, (t) => {
    const folder = new Folder(t, { ...files, 'pad.md': pad })
    chmodSync(folder.at('crane'), 0o555)
    t.after(() => chmodSync(folder.at('crane'), 0o755))
    assert.match(minutes(folder.root, 'import', 'pad.md').err, /crane\/20250312\.md is not written: .*write-protected/)
  })

  test('says what is wrong', (t) => {
    const folder = new Folder(t, files)
    const fails = (expected: RegExp, ...args: string[]) => {
      const { status, out, err } = minutes(folder.root, 'import', ...args)
      assert.deepEqual({ status, out }, { status: 2, out: '' })
      assert.match(err, expected)
    }
    fails(/^Name one pad, by its URL or a file\./)
    fails(/^Name one pad/, 'a', 'b')
    fails(/^There is no file or folder nowhere\.md/, 'nowhere.md')
    fails(
      /^There is no file pad\.example\.org\/abc\. Is it an address\? Write https:\/\/pad\.example\.org\/abc\n$/,
      'pad.example.org/abc',
    )
    assert.match(
      minutes(folder.root, 'import', 'https://ines:secret@pad.example.org/crane').err,
      /is not imported: the address at pad\.example\.org holds a password, which is not sent\.$/m,
    )
    fails(/^crane is a folder\. Name the file/, 'crane')
    fails(/^"https:\/\/pad\.example\.org" is no address of a pad\./, 'https://pad.example.org')
    fails(/^"ftp:\/\/pad\.example\.org\/x" is no address of a pad\./, 'ftp://pad.example.org/x')
    fails(/^"2025-02-30" is no day/, 'crane/20250305.md', '--date', '2025-02-30')
    fails(/^There is no team "krane" that has minutes\. Did you mean crane\?/, 'crane/20250305.md', '--team', 'krane')
    const plain = minutes(folder.root, 'import', 'http://pad.example.org/x')
    assert.equal(plain.status, 1)
    assert.match(plain.err, /pad\.example\.org leads to an address that is not encrypted\.\n$/)
    assert.match(minutes('.', 'import', '--help').out, /^Usage: minutes import/)
    const none = new Folder(t, { 'pad.md': pad })
    assert.match(minutes(none.root, 'import', 'pad.md').err, /^There are no minutes here/)
  })
})
