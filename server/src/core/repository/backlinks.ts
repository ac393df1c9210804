import { getOrInsert } from '../collections.ts'
import type { Lead } from './lead.ts'
import type { Summary, SummaryLink } from './summary.ts'

/** A link to a file, as it stands in another one. */
export interface Backlink extends Omit<Lead, 'kind' | 'path'>, SummaryLink {
  readonly from: string
}

/** The links to each file or folder, kept up to date file by file as long as the same files are there. */
export class Backlinks {
  readonly #leadOf: (link: SummaryLink, from: string) => Lead | undefined
  /** By the path of the target, then by that of the file that holds the links. */
  readonly #links = new Map<string, Map<string, Backlink[]>>()
  readonly #targets = new Map<string, Set<string>>()

  constructor(leadOf: (link: SummaryLink, from: string) => Lead | undefined) {
    this.#leadOf = leadOf
  }

  /** Replaces what a file links; `undefined` stands for no such file. */
  replace(from: string, summary: Summary | undefined): void {
    for (const target of this.#targets.get(from) ?? []) this.#links.get(target)?.delete(from)
    const targets = new Set<string>()
    for (const link of summary ? [...summary.links, ...summary.pictures] : []) {
      const lead = this.#leadOf(link, from)
      if (!lead) continue
      const { path, fragment, by, ref } = lead
      const sources = getOrInsert(this.#links, path, () => new Map<string, Backlink[]>())
      getOrInsert(sources, from, () => []).push({ ...link, from, fragment, by, ref })
      targets.add(path)
    }
    if (targets.size) this.#targets.set(from, targets)
    else this.#targets.delete(from)
  }

  /** The links to a file or folder, in the order of the paths of the files that hold them. */
  to(path: string): Backlink[] {
    const sources = [...(this.#links.get(path) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    return sources.flatMap(([, links]) => links)
  }
}
