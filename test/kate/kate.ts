import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

/** How often something is looked for, in milliseconds. */
const often = 300
const patience = 60_000
/** How long xdotool may wait for a window to have the keyboard. */
const longestCall = 10_000

/** A window of Kate on a display of its own, as a person at the keyboard has it. */
export class Kate {
  readonly #home: string
  readonly #processes: ChildProcess[] = []
  #environment: NodeJS.ProcessEnv = {}
  #window = ''

  /** `home` is a folder with Kate's settings. */
  constructor(home: string) {
    this.#home = home
  }

  /** Opens a file in a line, which begins with 1. */
  async open(program: string, file: string, line: number): Promise<void> {
    const x = this.#started(spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']))
    const [display] = await Promise.race([once(createInterface({ input: x.stdout! }), 'line'), endOf(x)])
    // What a desktop says of folders, buses and displays leads to others than these.
    const known = Object.entries(process.env).filter(([name]) => !/^(?:XDG|DBUS|WAYLAND)_/.test(name))
    const own = {
      HOME: this.#home,
      TMPDIR: this.#home,
      XDG_RUNTIME_DIR: this.#home,
      DISPLAY: `:${display}`,
      QT_QPA_PLATFORM: 'xcb',
    }
    this.#environment = { ...Object.fromEntries(known), ...own }
    const args = ['--new', '--startanon', '--line', String(line), file]
    const kate = this.#started(spawn(program, args, { env: this.#environment, stdio: 'ignore' }))
    await Promise.race([this.until(() => this.#windows('--class', 'kate').length > 0), endOf(kate)])
    this.#window = this.#windows('--class', 'kate')[0]!
  }

  /** Ends the window and its display: until then Kate may write into its folders. */
  async close(): Promise<void> {
    for (const child of this.#processes.reverse()) {
      const isOver = child.exitCode !== null || child.signalCode !== null || once(child, 'exit')
      child.kill('SIGKILL')
      await isOver
    }
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

  #started(child: ChildProcess): ChildProcess {
    this.#processes.push(child)
    return child
  }

  #do(...args: readonly string[]): string {
    return execFileSync('xdotool', args, {
      env: this.#environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: longestCall,
    })
  }
}

/** Never resolves: a program that ends, or cannot be started, is an error. */
async function endOf(child: ChildProcess): Promise<never> {
  await once(child, 'exit')
  throw new Error(`${child.spawnfile} has ended`)
}
