import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { minutesIn } from '../bench/subject.ts'

type Random = (limit: number) => number

/** A repository's files on disk, which are pulled and checked out anew. Each change returns the paths that a watcher would tell. */
export class Disk {
  readonly #folder: string
  readonly #random: Random
  /** The texts with which it began. All changes are to these, so that files do not grow as time goes by. */
  readonly #texts: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  #other: readonly string[] = []

  constructor(folder: string, random: Random) {
    this.#folder = folder
    this.#random = random
    this.#texts = new Map(minutesIn(folder).map(({ path, text }) => [path, text]))
    this.paths = [...this.#texts.keys()]
  }

  /** `undefined` when the file is gone. */
  read(path: string): string | undefined {
    const at = join(this.#folder, path)
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined
  }

  write(path: string, text: string): void {
    const at = join(this.#folder, path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  }

  /** Others have written in so many files, have made some of them anew and removed some. */
  pull(count: number): readonly string[] {
    const pulled = Array.from({ length: count }, () => this.#any())
    for (const path of pulled) this.#become(path, this.#random(10))
    return pulled
  }

  /** Checks out a branch on which every fifth file differs, or goes back to the first one. */
  switchBranch(): readonly string[] {
    const back = this.#other
    this.#other = back.length ? [] : this.paths.filter(() => this.#random(5) === 0)
    for (const path of back) this.#become(path, 1)
    for (const path of this.#other) this.#become(path, this.#random(10))
    return [...back, ...this.#other]
  }

  #become(path: string, what: number): void {
    const text = this.#texts.get(path)!
    if (what === 0) rmSync(join(this.#folder, path), { force: true })
    else if (what === 1) this.write(path, text)
    else
      this.write(path, what % 2 ? `${text}\n- AI @soak-${what}: look again\n` : text.slice(this.#random(text.length)))
  }

  #any(): string {
    return this.paths[this.#random(this.paths.length)]!
  }
}
