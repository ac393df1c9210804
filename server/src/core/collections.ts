/** The value of a key, made and kept when there is none yet. */
export function getOrInsert<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Adds to the count of a key; a key that counts nothing goes. */
export function addTo<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}

/** Whether two lists have the same items in the same order; by default these are the same values. */
export function isSameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame = (a: Item, b: Item) => a === b,
): boolean {
  return one.length === other.length && one.every((item, at) => isSame(item, other[at]!))
}

/** A list as it is kept: without the room for more that lists get while they grow. All empty ones are one. */
export function compact<Item>(items: readonly Item[]): readonly Item[] {
  return items.length ? items.slice() : none
}

const none: readonly never[] = []

/** How often each item occurs. */
export function countsOf<Item>(items: Iterable<Item>): Map<Item, number> {
  const counts = new Map<Item, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** The items that have each key in common, in their order; no group is empty. */
export function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, [Item, ...Item[]]> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The values that each key has, each of them once, and none of them `undefined`. Most keys have one, which takes no more than itself. */
export class Groups<Key, Value> {
  readonly #groups = new Map<Key, Value | Several<Value>>()

  /** How many keys there are. */
  get size(): number {
    return this.#groups.size
  }

  keys(): Iterable<Key> {
    return this.#groups.keys()
  }

  /** Gives a key other values than it had; there may be none. */
  set(key: Key, values: readonly Value[]): void {
    const [first] = values
    if (first === undefined) this.#groups.delete(key)
    else this.#groups.set(key, values.length > 1 ? new Several(values) : first)
  }

  add(key: Key, value: Value): void {
    const known = this.#groups.get(key)
    if (known === undefined) this.#groups.set(key, value)
    else if (known instanceof Several) known.add(value)
    else if (known !== value) this.#groups.set(key, new Several([known, value]))
  }

  delete(key: Key, value: Value): void {
    const known = this.#groups.get(key)
    if (known === value || (known instanceof Several && known.delete(value) && !known.size)) this.#groups.delete(key)
  }

  /** In the order in which they came. */
  of(key: Key): Value[] {
    return [...this.each(key)]
  }

  /** The same, as long as the group does not change. */
  each(key: Key): Iterable<Value> {
    const known = this.#groups.get(key)
    if (known === undefined) return []
    return known instanceof Several ? known : [known]
  }

  has(key: Key): boolean {
    return this.#groups.has(key)
  }
}

/** No value of a group is one. */
class Several<Value> extends Set<Value> {}

/** The smallest items, in their order; of many only so many as are asked for. */
export function smallest<Item>(items: Iterable<Item>, most: number, compare: (a: Item, b: Item) => number): Item[] {
  const found: Item[] = []
  for (const item of items) {
    if (found.length >= most && compare(item, found.at(-1)!) >= 0) continue
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(found[middle]!, item) <= 0) low = middle + 1
      else high = middle
    }
    found.splice(low, 0, item)
    if (found.length > most) found.pop()
  }
  return found
}

/** How often each value occurs with each key. */
export class Tally<Value extends string | boolean> {
  readonly #counts = new Map<string, Map<Value, number>>()
  /** What has been asked for since it changed. */
  readonly #sorted = new Map<string, readonly (readonly [value: Value, count: number])[]>()

  add(key: string, value: Value, by: number): void {
    this.#sorted.delete(key)
    const counts = getOrInsert(this.#counts, key, () => new Map<Value, number>())
    addTo(counts, value, by)
    if (!counts.size) this.#counts.delete(key)
  }

  get keys(): Iterable<string> {
    return this.#counts.keys()
  }

  /** The values of a key, the most frequent first, and in the order of texts those that are as frequent. */
  of(key: string): readonly (readonly [value: Value, count: number])[] {
    const counts = this.#counts.get(key)
    if (!counts) return []
    return getOrInsert(this.#sorted, key, () =>
      [...counts].sort(([a, times], [b, more]) => more - times || (a < b ? -1 : 1)),
    )
  }
}
