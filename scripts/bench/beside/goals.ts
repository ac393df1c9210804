import type { Goal } from '../figure.ts'

/** The most files of each size of repository for which there are goals. */
const sizes = [1_500, 15_000, Number.POSITIVE_INFINITY] as const

type BySize<Value> = readonly [Value, Value, Value]

/** What the server is held to, for small, large and very large repositories. Milliseconds and MiB. */
const goals = {
  keystroke: { value: 'p95', atMost: [2, 2.5, 4], median: [1.3, 1.5, 2] },
  burst: { value: 'median', atMost: [2, 2, 3] },
  start: { value: 'median', atMost: [200, 250, 350] },
  complete: { value: 'median', atMost: [300, 1_200, 8_000] },
  answer: { value: 'p95', atMost: [3, 4, 8] },
  symbols: { value: 'p95', atMost: [4, 10, 60] },
  pull: { value: 'median', atMost: [30, 30, 60] },
  check: { value: 'median', atMost: [400, 1_800, 18_000] },
  memory: { value: 'max', atMost: [85, 140, 500] },
} satisfies Record<string, { value: Goal['value']; atMost: BySize<number>; median?: BySize<number> }>

export type GoalName = keyof typeof goals

/** The goals of one piece of work in a repository of so many files; each has to be met. */
export function goalsOf(name: GoalName, files: number): Goal[] {
  const goal: { value: Goal['value']; atMost: BySize<number>; median?: BySize<number> } = goals[name]
  const size = sizes.findIndex((most) => files <= most)
  return [
    ...(goal.median ? [{ value: 'median', atMost: goal.median[size]! } as const] : []),
    { value: goal.value, atMost: goal.atMost[size]! },
  ]
}
