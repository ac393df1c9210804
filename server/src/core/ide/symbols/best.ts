interface Ranked {
  readonly rank: number
}

/** Keeps the best of many items: those of the highest ranks, and of equal ones the first. */
export class Best<Item extends Ranked> {
  readonly #most: number
  #kept: Item[] = []
  /** The rank of the last one, once there are too many. */
  #least = Number.NEGATIVE_INFINITY

  constructor(most: number) {
    this.#most = most
  }

  /** Whether there are as many as are wanted: an item of a lower rank than all of them is not. */
  get isFull(): boolean {
    return this.#kept.length >= this.#most
  }

  wants(rank: number): boolean {
    return rank > this.#least
  }

  /** Sorting now and then is cheaper than keeping an order. */
  add(item: Item): void {
    this.#kept.push(item)
    if (this.#kept.length < 2 * this.#most) return
    this.#kept = this.items
    this.#least = this.#kept.at(-1)!.rank
  }

  /** The best first. */
  get items(): Item[] {
    return this.#kept.toSorted((a, b) => b.rank - a.rank).slice(0, this.#most)
  }
}
