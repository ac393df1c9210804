import type { Derived } from '../../repository/derived.ts'
import type { Summary } from '../../repository/summary.ts'
import { compareTexts } from '../../text/order.ts'

/** The files of a repository that are neither minutes nor templates, by their paths. */
export class Pages implements Derived {
  readonly #pages = new Map<string, Summary>()
  #paths: readonly string[] | undefined

  replace(path: string, summary: Summary | undefined): void {
    const isPage = summary?.kind === 'page'
    if (isPage !== this.#pages.has(path)) this.#paths = undefined
    if (isPage) this.#pages.set(path, summary)
    else this.#pages.delete(path)
  }

  *[Symbol.iterator](): Iterator<Summary> {
    this.#paths ??= [...this.#pages.keys()].sort(compareTexts)
    for (const path of this.#paths) yield this.#pages.get(path)!
  }
}
