import type { Figure, Goal } from '../figure.ts'

/** One piece of work, and what each server took for it. */
export interface Row {
  readonly work: string
  readonly unit: 'ms' | 'MiB' | 's'
  /** By the names of servers; those that cannot do it are left out. */
  readonly figures: ReadonlyMap<string, Pick<Figure, 'values' | 'results'>>
  /** What ours is held to. */
  readonly goals: readonly Goal[]
}
