import { countUpTo } from '../../text/search.ts'

/** Keeps the best of many items: those of the highest ranks, and of equal ones the first. */
export class Best<Item> {
  readonly #most: number
  readonly #kept: { readonly rank: number; readonly item: Item }[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Whether no item of a lower rank than all that came is wanted. */
  get isFull(): boolean {
    return this.#kept.length >= this.#most
  }

  wants(rank: number): boolean {
    return !this.isFull || rank > this.#kept.at(-1)!.rank
  }

  add(rank: number, item: Item): void {
    const at = countUpTo(this.#kept, -rank, (kept) => -kept.rank)
    this.#kept.splice(at, 0, { rank, item })
    if (this.#kept.length > this.#most) this.#kept.pop()
  }

  /** The best first. */
  get items(): Item[] {
    return this.#kept.map(({ item }) => item)
  }
}
