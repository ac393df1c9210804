import type { Terminal } from './terminal.ts'

const firstAfterMilliseconds = 500
const everyMilliseconds = 100

/** A line on a terminal's error output that says how far a long run is; short runs show none. */
export class Progress {
  readonly #terminal: Terminal | undefined
  #next = Date.now() + firstAfterMilliseconds
  #shown = false

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal.showsProgress && !quiet ? terminal : undefined
  }

  /** `of` is 0 while the number of files is not known. */
  show(done: number, of: number): void {
    if (!this.#terminal || Date.now() < this.#next) return
    this.#next = Date.now() + everyMilliseconds
    this.#shown = true
    this.#terminal.err(of ? `\r\x1b[KChecking ${done} of ${of} files …` : `\r\x1b[KReading ${done} files …`)
  }

  clear(): void {
    if (this.#shown) this.#terminal?.err('\r\x1b[K')
  }
}
