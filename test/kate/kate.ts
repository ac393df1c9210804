import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'

/** How often something is looked for, in milliseconds. */
const often = 300
const patience = 90_000

/** A window of Kate on a display of its own, as a person at the keyboard has it. */
export class Kate {
  readonly #environment: NodeJS.ProcessEnv
  #window = ''

  private constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment
  }

  /** Opens a file in a line, which begins with 1. `home` has Kate's settings. The window and its display go after the test. */
  static async open(t: TestContext, program: string, file: string, line: number, home: string): Promise<Kate> {
    const server = started(t, spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']))
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', reject)
      createInterface({ input: server.stdout! }).once('line', resolve)
    })
    const { DBUS_SESSION_BUS_ADDRESS: _, ...known } = process.env
    const environment = { ...known, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: `:${number}`, QT_QPA_PLATFORM: 'xcb' }
    started(
      t,
      spawn(program, ['--new', '--startanon', '--line', String(line), file], { env: environment, stdio: 'ignore' }),
    )
    const kate = new Kate(environment)
    await kate.until(() => kate.#windows('--class', 'kate').length > 0)
    kate.#window = kate.#windows('--class', 'kate')[0]!
    return kate
  }

  /** Presses keys in the window, one after the other: `ctrl+s`. */
  press(...keys: readonly string[]): void {
    // No window manager gives the window the keyboard back from a dialog.
    this.#do('windowfocus', '--sync', this.#window)
    this.#do('key', '--delay', '100', ...keys)
  }

  /** Types into whatever has the keyboard. */
  type(text: string): void {
    this.#do('type', '--delay', '60', '--', text)
  }

  /** Moves to the end of a line, which begins with 1. No line above may be so long that it is shown as two. */
  goToLine(line: number): void {
    this.press('Escape', 'ctrl+Home', ...Array.from({ length: line - 1 }, () => 'Down'), 'End')
  }

  /** Opens a dialog with a title by a key, types a text in place of the one that is there, and accepts it. */
  async answer(key: string, title: string, text: string): Promise<void> {
    const dialogs = () => this.#windows('--name', `^${title}`)
    await this.until(
      () => dialogs().length > 0,
      () => this.press(key),
    )
    await this.until(
      () => dialogs().length === 0,
      () => {
        this.#do('windowfocus', '--sync', dialogs()[0]!)
        this.#do('key', 'ctrl+a')
        this.type(text)
        this.#do('key', 'Return')
      },
    )
  }

  /** Does something again and again, until it has led to something. */
  async until(isDone: () => boolean, action: () => unknown = () => {}): Promise<void> {
    for (const end = Date.now() + patience; !isDone(); ) {
      if (Date.now() > end) throw new Error(`Kate did not come to ${isDone}`)
      await action()
      await setTimeout(often)
    }
  }

  /** The windows that are shown and fit something. */
  #windows(...wanted: readonly string[]): string[] {
    try {
      return this.#do('search', '--onlyvisible', ...wanted)
        .split('\n')
        .filter(Boolean)
    } catch {
      // None is no success.
      return []
    }
  }

  #do(...args: readonly string[]): string {
    return execFileSync('xdotool', args, {
      env: this.#environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  }
}

function started(t: TestContext, child: ChildProcess): ChildProcess {
  t.after(() => child.kill())
  return child
}
