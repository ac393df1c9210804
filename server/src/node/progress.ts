import type { Terminal } from './terminal.ts'

const firstAfterMilliseconds = 500
const everyMilliseconds = 100

/** A line on a terminal's error output that says how far a long run is; short runs show none. */
export class Progress {
  readonly #terminal: Terminal | undefined
  readonly #words: (done: number, of: number) => string
  #next = Date.now() + firstAfterMilliseconds
  #shown = false

  constructor(terminal: Terminal, quiet: boolean, words = wordsOfChecks) {
    this.#terminal = terminal.showsProgress && !quiet ? terminal : undefined
    this.#words = words
  }

  /** `of` is 0 while the number is not known. */
  show(done: number, of: number): void {
    if (!this.#terminal || Date.now() < this.#next) return
    this.#next = Date.now() + everyMilliseconds
    this.#shown = true
    this.#terminal.err(`\r\x1b[K${this.#words(done, of)} …`)
  }

  clear(): void {
    if (this.#shown) this.#terminal?.err('\r\x1b[K')
  }
}

function wordsOfChecks(done: number, of: number): string {
  return of ? `Checking ${done} of ${of} files` : `Reading ${done} files`
}
