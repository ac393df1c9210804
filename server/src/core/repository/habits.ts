import { addTo } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Fewer minutes show no habit. */
const fewestMinutes = 3
/** So many of the minutes with actions have handles there, where handles are what people write. */
const mostMinutes = 0.75
/** Where a larger share of the minutes has empty items, or nobody can tell yet, they may be left empty on purpose. */
const mostFilesWithEmptyItems = 0.04
/** A file with more empty items is a form that nobody has filled in. */
const mostEmptyItems = 3
/** Where more files than these, and a larger share of the minutes, have pictures with sizes for the pad, they are read there. */
const mostFilesWithSizes = 5
const mostMinutesWithSizes = 0.1
/** In more files than these a link without a URL is no slip. */
const mostFilesWithEmptyLinks = 5

/** What a community does so often that it is no fault. */
export class Habits {
  #withHandles = 0
  #withoutHandles = 0
  #minutes = 0
  #withEmptyItems = 0
  #withEmptyLinks = 0
  #withSizes = 0
  readonly #templateLines = new Map<string, number>()

  add(summary: Summary): void {
    this.#count(summary, 1)
  }

  delete(summary: Summary): void {
    this.#count(summary, -1)
  }

  /** Whether actions have the handles of their owners here. */
  get namesOwners(): boolean {
    const all = this.#withHandles + this.#withoutHandles
    return this.#withHandles >= fewestMinutes && this.#withHandles >= all * mostMinutes
  }

  /** Whether the empty items of a file are leftovers, not a form or the style of the house. */
  leavesNoItemsEmpty({ emptyItems }: Summary): boolean {
    return emptyItems <= mostEmptyItems && this.#withEmptyItems <= this.#minutes * mostFilesWithEmptyItems
  }

  /** Whether pictures have sizes that only the pad understands. */
  get sizesPictures(): boolean {
    return this.#withSizes > mostFilesWithSizes && this.#withSizes > this.#minutes * mostMinutesWithSizes
  }

  /** Whether agendas have `[Slides]()` for everybody to fill in. */
  get leavesLinksEmpty(): boolean {
    return this.#withEmptyLinks > mostFilesWithEmptyLinks
  }

  /** Whether a line is one that the templates have for somebody to replace. */
  isOfTemplate(line: string): boolean {
    return this.#templateLines.has(line)
  }

  get hasTemplateLines(): boolean {
    return this.#templateLines.size > 0
  }

  #count({ kind, links, actions, emptyItems, sizesPictures, templateLines }: Summary, by: 1 | -1): void {
    if (links.some(({ url }) => url === '')) this.#withEmptyLinks += by
    for (const line of templateLines) addTo(this.#templateLines, line, by)
    if (kind !== 'minutes') return
    this.#minutes += by
    if (emptyItems) this.#withEmptyItems += by
    if (sizesPictures) this.#withSizes += by
    const marked = actions.filter((action) => action.marked)
    const owned = marked.filter(({ owners }) => owners.length)
    if (marked.length && owned.length * 2 >= marked.length) this.#withHandles += by
    else if (marked.length) this.#withoutHandles += by
  }
}
