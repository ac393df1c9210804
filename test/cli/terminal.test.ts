import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { main } from '../../server/src/node/command.ts'
import { Progress } from '../../server/src/node/progress.ts'
import { RulePages } from '../../server/src/node/rule-pages.ts'
import type { Terminal } from '../../server/src/node/terminal.ts'
import { Folder, smallRepository } from '../support/folder.ts'

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
