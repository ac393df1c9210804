import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { main } from '../../server/src/node/command.ts'
import { Progress } from '../../server/src/node/progress.ts'
import { RulePages } from '../../server/src/node/rule-pages.ts'
import type { Terminal } from '../../server/src/node/terminal.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Pad, picture, sends } from '../support/pad.ts'

/** A terminal that remembers what it shows. */
function terminal(cwd: string, isTerminal: boolean): Terminal & { readonly shown: { out: string; err: string } } {
  const shown = { out: '', err: '' }
  return {
    cwd,
    shown,
    out: (text) => {
      shown.out += text
    },
    err: (text) => {
      shown.err += text
    },
    colours: isTerminal,
    interruptible: (work) => work(new AbortController().signal),
    uninterrupted: (work) => work(),
    showsProgress: isTerminal,
  }
}

describe('colours', () => {
  test('are shown on a terminal, and change no letter', async (t) => {
    const { root } = new Folder(t, smallRepository())
    const [coloured, plain] = [terminal(root, true), terminal(root, false)]
    const pages = new RulePages('dist/rules')
    await main(['check'], coloured, pages)
    await main(['check'], plain, pages)
    assert.ok(coloured.shown.out.includes('\u001b[33m'), 'a warning is yellow')
    assert.ok(!plain.shown.out.includes('\u001b'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.equal(coloured.shown.out.replace(/\u001b\[\d+m/g, ''), plain.shown.out)
  })
})

describe('progress', () => {
  /** Lets time pass when it is called, and not otherwise. */
  const later = ({ mock }: TestContext) => {
    mock.timers.enable({ apis: ['Date'] })
    return (milliseconds: number) => mock.timers.tick(milliseconds)
  }

  test('is shown on a terminal once it takes long, and taken away', (t) => {
    const pass = later(t)
    const screen = terminal('.', true)
    const progress = new Progress(screen, false)
    progress.show(1, 0)
    assert.equal(screen.shown.err, '')
    pass(600)
    progress.show(200, 0)
    progress.show(201, 0)
    pass(200)
    progress.show(3, 400)
    progress.clear()
    assert.equal(screen.shown.err, '\r\u001b[KReading 200 files …\r\u001b[KChecking 3 of 400 files …\r\u001b[K')
  })

  test('is not shown elsewhere, nor to those who want it quiet', (t) => {
    const pass = later(t)
    for (const [isTerminal, quiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const screen = terminal('.', isTerminal)
      const progress = new Progress(screen, quiet)
      pass(5000)
      progress.show(9, 10)
      progress.clear()
      assert.equal(screen.shown.err, '')
    }
  })
})

describe('a question', () => {
  test('that is ended takes away what has been made for it', async (t) => {
    const folder = new Folder(t, smallRepository())
    folder.write(
      'pad.md',
      '# Crane 2025-03-19\n\n![hook](https://pad.example.org/uploads/upload_11111111111111111111111111111111.png)\n',
    )
    const screen = terminal(folder.root, true)
    const ended = new AbortController()
    const asked: string[] = []
    const person: Terminal = {
      ...screen,
      ask: async (question, signal) => {
        asked.push(question, folder.read('crane/20250319.md'))
        ended.abort()
        throw signal.reason
      },
      interruptible: (work) => work(ended.signal),
    }
    assert.equal(await main(['import', 'pad.md'], person, new RulePages('dist/rules')), 130)
    assert.deepEqual(asked, ['Download from pad.example.org?', folder.read('pad.md')])
    assert.deepEqual(screen.shown, { out: '', err: 'minutes: ended by you: nothing is imported.\n' })
    assert.deepEqual(readdirSync(folder.at('crane')).sort(), ['20250305.md', '20250312.md'])
  })
})

describe('what has been written', () => {
  for (const [line, told] of [
    ['new crane --date 2025-03-19', /^crane\/20250319\.md\n$/],
    ['draft --refresh call/20250313.md', /^call\/20250313\.md\n$/],
    ['check --fix', /^1 finding mended/],
  ] as const) {
    test(`is told before Ctrl+C ends "minutes ${line}" again`, async (t) => {
      const screen = terminal(new Folder(t, smallRepository()).root, false)
      let isUninterrupted = false
      const person: Terminal = {
        ...screen,
        out: (text) => {
          assert.ok(isUninterrupted)
          screen.out(text)
        },
        uninterrupted: (work) => {
          isUninterrupted = true
          const result = work()
          isUninterrupted = false
          return result
        },
      }
      await main(line.split(' '), person, new RulePages('dist/rules'))
      assert.match(screen.shown.out, told)
    })
  }
})

describe('pictures', () => {
  test('that are ended when the last of them has come are shown by no minutes', async (t) => {
    const [hook, gone] = ['1', '2'].map((digit) => `/uploads/upload_${digit.repeat(32)}.png`) as [string, string]
    const pad = await Pad.start(t, { [hook]: sends(picture) })
    const text = `# Crane 2025-03-12\n\n![hook](${pad.url(hook)})\n\n![quay](${pad.url(gone)})\n`
    const folder = new Folder(t, { 'crane/20250312.md': text })
    const screen = terminal(folder.root, false)
    const ended = new AbortController()
    const person: Terminal = {
      ...screen,
      err: (line) => {
        screen.err(line)
        ended.abort()
      },
      interruptible: (work) => work(ended.signal),
    }
    const args = ['save-images', '--from', pad.host, 'crane']
    assert.equal(await main(args, person, new RulePages('dist/rules')), 130)
    assert.match(screen.shown.err, /answered 404.*\n.*ended by you: no picture is saved\.\n$/)
    assert.equal(folder.read('crane/20250312.md'), text)
    assert.deepEqual(readdirSync(folder.at('crane')), ['20250312.md'])
  })
})
