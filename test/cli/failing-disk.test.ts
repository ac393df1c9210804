import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { minutesAfter, minutesMeanwhile, type Outcome } from '../support/command.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Pad, picture, sends } from '../support/pad.ts'

/** What becomes of the disk, as a program that Node loads before. `fs` is Node's module of that name. */
const disks = {
  'is full': `
    const write = fs.writeFileSync
    fs.writeFileSync = (file, text) => {
      write(file, text.slice(0, 10))
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }`,
  'takes no file in the folder': `
    const open = fs.openSync
    fs.openSync = (file, mode, ...more) => {
      if (mode !== 'wx') return open(file, mode, ...more)
      throw Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' })
    }`,
  'is read-only': `
    fs.openSync = fs.mkdirSync = () => {
      throw Object.assign(new Error('EROFS: read-only file system, open'), { code: 'EROFS' })
    }`,
  'is written to when Ctrl+C comes': `
    const write = fs.writeFileSync
    fs.writeFileSync = (file, text) => {
      process.kill(process.pid, 'SIGINT')
      write(file, text)
    }`,
  'gets the file from somebody else': `
    const make = fs.mkdirSync
    fs.mkdirSync = (folder, options) => {
      make(folder, options)
      fs.writeFileSync(folder + '/20250320.md', 'Do not touch\\n')
    }`,
  'gets another text from somebody else': `
    const real = fs.realpathSync
    fs.realpathSync = Object.assign((file) => {
      if (file.endsWith('.md')) fs.appendFileSync(file, 'Do not touch\\n')
      return real(file)
    }, real)`,
  'has no links': `
    fs.linkSync = () => {
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' })
    }`,
  'has no links, and gets full': `
    fs.linkSync = () => {
      throw Object.assign(new Error('ENOTSUP: operation not supported on socket, link'), { code: 'ENOTSUP' })
    }
    fs.copyFileSync = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, copyfile'), { code: 'ENOSPC' })
    }`,
} as const

type Disk = keyof typeof disks

/** The small repository on a disk that fails, and what is told when something is to be written there. */
function on(disk: Disk, t: TestContext) {
  const folder = new Folder(t, smallRepository())
  const before = new Folder(t, { 'disk.cjs': `const fs = require('node:fs')\n${disks[disk]}\n` })
  const program = before.at('disk.cjs')
  const run = (...args: string[]): Outcome => minutesAfter(program, folder.root, ...args)
  const fails = (expected: string, ...args: string[]) => {
    const { status, out, err } = run(...args)
    assert.deepEqual({ status, out, err }, { status: 1, out: '', err: `minutes: ${expected}\n` }, args.join(' '))
  }
  return { folder, run, fails, program }
}

const report = 'call/20250313.md'
const made = [
  ['crane/20250320.md', 'new', 'crane', '--date', '2025-03-20'],
  ['call/20250320.md', 'draft', '--date', '2025-03-20'],
] as const

describe('where the disk fails, nothing is lost and nothing is left', () => {
  for (const [disk, reason] of [
    ['is full', 'the disk is full. Make room, and run the command again.'],
    ['takes no file in the folder', 'the folder is write-protected. Make it writable.'],
    ['is read-only', 'the file system is read-only.'],
  ] as const) {
    test(`it ${disk}`, (t) => {
      const { folder, fails } = on(disk, t)
      const before = filesIn(folder)
      for (const [path, ...args] of made) fails(`${path} is not written: ${reason}`, ...args)
      fails(`${report} is not refreshed: ${reason}`, 'draft', '--refresh', report)
      assert.deepEqual(filesIn(folder), before)
    })
  }

  test('it gets the file from somebody else, while the command runs', (t) => {
    const { folder, fails } = on('gets the file from somebody else', t)
    for (const [path, ...args] of made) {
      fails(`${path} is not written: such a file is there already, and stays as it is.`, ...args)
      assert.equal(folder.read(path), 'Do not touch\n')
    }
  })

  test('it gets another text from somebody else, while the command runs', (t) => {
    const { folder, fails } = on('gets another text from somebody else', t)
    const before = folder.read(report)
    const reason = 'it is not UTF-8, or it has changed meanwhile. Convert the file, or run the command again.'
    fails(`${report} is not refreshed: ${reason}`, 'draft', '--refresh', report)
    assert.equal(folder.read(report), `${before}Do not touch\n`)
  })
})

describe('Ctrl+C comes too late for what is being written', () => {
  test('it is written whole', (t) => {
    const { folder, run } = on('is written to when Ctrl+C comes', t)
    const before = folder.read(report)
    for (const [path, ...args] of made) {
      const { status, out } = run(...args)
      assert.deepEqual({ status, out }, { status: 0, out: `${path}\n` })
      assert.match(folder.read(path), /^# .* 2025-03-20\n/)
    }
    assert.deepEqual(run('draft', '--refresh', report), { status: 0, out: `${report}\n`, err: '' })
    assert.notEqual(folder.read(report), before)
    folder.write(report, before)
    assert.match(run('check', '--fix', '--fail-on', 'never').out, /^1 finding mended/)
    assert.notEqual(folder.read(report), before)
    folder.remove('.minutes.json')
    assert.deepEqual(run('init'), { status: 0, out: '.minutes.json\n', err: '' })
    assert.deepEqual(
      Object.keys(filesIn(folder)).filter((path) => path.endsWith('.tmp')),
      [],
    )
  })
})

describe('pictures are stored', () => {
  const upload = (number: number) => `/uploads/upload_${String(number).repeat(32)}.png`
  const copyOf = (number: number, ending = '') => `crane/upload_${String(number).repeat(32)}${ending}.png`
  const minutes = 'crane/20250312.md'

  /** Saves two pictures; where the first is to be stored, somebody else has put a file meanwhile. */
  async function saving(disk: Disk, t: TestContext) {
    const stage = on(disk, t)
    const { folder, program } = stage
    const pad = await Pad.start(t, {
      [upload(1)]: (...answer) => {
        folder.write(copyOf(1), 'Do not touch\n')
        sends(picture)(...answer)
      },
      [upload(2)]: sends(picture),
    })
    const shown = [1, 2].map((number) => `![quay](${pad.url(upload(number))})\n`).join('\n')
    folder.write(minutes, `# Crane 2025-03-12\n\n${shown}`)
    folder.write(`${copyOf(2)}.minutes-0.tmp`, 'Do not touch\n')
    const args = ['save-images', minutes, '--from', pad.host]
    return { folder, save: () => minutesMeanwhile(folder.root, args, () => {}, program) }
  }

  test('on a disk that has no links, in place of no file', async (t) => {
    const { folder, save } = await saving('has no links', t)
    const { status, out } = await save()
    assert.deepEqual({ status, out }, { status: 0, out: `${copyOf(1, '-2')}\n${copyOf(2)}\n` })
    for (const copy of [copyOf(1, '-2'), copyOf(2)]) assert.deepEqual(readFileSync(folder.at(copy)), picture)
    for (const others of [copyOf(1), `${copyOf(2)}.minutes-0.tmp`]) assert.equal(folder.read(others), 'Do not touch\n')
    assert.equal(readdirSync(folder.at('crane')).length, 6)
  })

  test('not on one that gets full, and that is what is said', async (t) => {
    const { folder, save } = await saving('has no links, and gets full', t)
    const before = filesIn(folder)
    const { status, out, err } = await save()
    assert.deepEqual({ status, out }, { status: 1, out: '' })
    assert.match(err, /is not stored as crane\/upload_1+\.png: the disk is full\./)
    assert.deepEqual(filesIn(folder), { ...before, [copyOf(1)]: 'Do not touch\n' })
  })
})

/** All files with their texts. */
function filesIn(folder: Folder): Record<string, string> {
  const files = readdirSync(folder.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.root.length + 1))
  return Object.fromEntries(paths.map((path) => [path, folder.read(path)]))
}
