import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages of the rules, which the build puts into a folder as `ID.md`, written for readers. */
export class RulePages {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A rule's page, Markdown; `undefined` when it cannot be read. */
  page(id: string): string | undefined {
    try {
      return readFileSync(join(this.#folder, `${id}.md`), 'utf8')
    } catch {
      return undefined
    }
  }
}
