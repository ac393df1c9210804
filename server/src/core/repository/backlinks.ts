import { Groups, getOrInsert } from '../collections.ts'
import type { Derived } from './derived.ts'
import type { Lead } from './lead.ts'
import type { Summary, SummaryLink } from './summary.ts'

/** A link to a file, as it stands in another one. */
export interface Backlink extends Omit<Lead, 'kind' | 'path'>, SummaryLink {
  readonly from: string
}

type LeadOf = (link: SummaryLink, from: string) => Lead | undefined

/** The links to each file or folder, kept up to date file by file as long as the same files are there. */
export class Backlinks implements Derived {
  readonly #leadOf: LeadOf
  /** By the path of the target, then by that of the file that holds the links. */
  readonly #links = new Map<string, Groups<string, SummaryLink>>()

  /** `leadOf` always says the same of a link. */
  constructor(leadOf: LeadOf) {
    this.#leadOf = leadOf
  }

  replace(from: string, now: Summary | undefined, before: Summary | undefined): void {
    for (const [, { path }] of this.#leadsOf(from, before)) this.#links.get(path)?.set(from, [])
    for (const [link, { path }] of this.#leadsOf(from, now)) {
      getOrInsert(this.#links, path, () => new Groups()).add(from, link)
    }
  }

  /** The links to a file or folder, in the order of the paths of the files that hold them. */
  to(path: string): Backlink[] {
    const links = this.#links.get(path)
    return this.from(path).flatMap((from) =>
      links!.of(from).map((link) => {
        const { url, start, end, within } = link
        const { fragment, by, ref } = this.#leadOf(link, from)!
        return { url, start, end, within, from, fragment, by, ref }
      }),
    )
  }

  /** The paths of the files that link to a file or folder, in their order. */
  from(path: string): string[] {
    return [...(this.#links.get(path)?.keys() ?? [])].sort()
  }

  *#leadsOf(from: string, summary: Summary | undefined): Generator<[SummaryLink, Lead]> {
    if (!summary) return
    for (const links of [summary.links, summary.pictures]) {
      for (const link of links) {
        const lead = this.#leadOf(link, from)
        if (lead) yield [link, lead]
      }
    }
  }
}
