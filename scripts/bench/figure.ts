import { type Statistics, statisticsOf } from './statistics.ts'

/** What was measured of one piece of work. */
export interface Figure {
  readonly work: string
  readonly unit: 'ms' | 'MB' | '%'
  readonly values: Statistics
  /** How much the answers held: a fast answer that is empty is no feat. */
  readonly results?: Results
  readonly goal?: Goal
}

export interface Results {
  readonly least: number
  readonly most: number
  readonly of: string
}

export type Goal = { readonly value: 'median' | 'p95' | 'max' } & (
  | { readonly atMost: number }
  | { readonly atLeast: number }
)

/** One run of a piece of work. */
export interface Sample {
  readonly milliseconds: number
  /** How many results the answer had. */
  readonly count: number
}

export function timesFigure(work: string, samples: readonly Sample[], of?: string, goal?: Goal): Figure {
  const counts = samples.map(({ count }) => count)
  return {
    work,
    unit: 'ms',
    values: statisticsOf(samples.map(({ milliseconds }) => milliseconds)),
    ...(of !== undefined && { results: { least: Math.min(...counts), most: Math.max(...counts), of } }),
    ...(goal && { goal }),
  }
}

export function isMet({ values }: Pick<Figure, 'values'>, goal: Goal): boolean {
  const value = values[goal.value]
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

/** Takes the time of a piece of work; `count` tells how many results its answer has. */
export async function timed<Answer>(
  work: () => Promise<Answer>,
  count: (answer: Answer) => number = () => 0,
): Promise<Sample> {
  const start = performance.now()
  const answer = await work()
  return { milliseconds: performance.now() - start, count: count(answer) }
}

/** Takes samples one after the other. */
export async function repeated(times: number, sample: (at: number) => Promise<Sample>): Promise<Sample[]> {
  const samples: Sample[] = []
  for (let at = 0; at < times; at += 1) samples.push(await sample(at))
  return samples
}
