/** What many measurements of one thing say together. */
export interface Statistics {
  readonly count: number
  readonly median: number
  /** 95 of 100 values are no larger (nearest rank). */
  readonly p95: number
  readonly min: number
  readonly max: number
}

/** There is at least one value. */
export function statisticsOf(values: readonly number[]): Statistics {
  const sorted = [...values].sort((a, b) => a - b)
  const count = sorted.length
  const middle = count >> 1
  return {
    count,
    median: count % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2,
    p95: sorted[Math.ceil(count * 0.95) - 1]!,
    min: sorted[0]!,
    max: sorted[count - 1]!,
  }
}
