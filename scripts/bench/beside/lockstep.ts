import { type Sample, timesFigure } from '../figure.ts'
import type { Contestant } from './contestant.ts'
import { type GoalName, goalsOf } from './goals.ts'
import type { Row } from './row.ts'

/** What one of the servers does, timed; `undefined` when it cannot do that. */
export type Stroke = (contestant: Contestant, at: number) => Promise<Sample | undefined>

/** The same work by each of the servers in turn, again and again: what disturbs the machine disturbs all of them. */
export async function lockstep(
  { work, goal, of, times }: { work: string; goal?: GoalName; of: string; times: number },
  contestants: readonly Contestant[],
  files: number,
  stroke: Stroke,
): Promise<Row> {
  const samples = new Map(contestants.map(({ name }) => [name, [] as Sample[]]))
  const able = new Set(contestants)
  for (let at = 0; at < times; at += 1) {
    for (const contestant of able) {
      const sample = await stroke(contestant, at)
      if (sample) samples.get(contestant.name)!.push(sample)
      else able.delete(contestant)
    }
  }
  return rowOf(work, samples, of, goal, files)
}

export function rowOf(
  work: string,
  samples: ReadonlyMap<string, readonly Sample[]>,
  of: string,
  goal: GoalName | undefined,
  files: number,
): Row {
  const figures = [...samples].flatMap(([name, all]) =>
    all.length ? [[name, timesFigure(work, all, of)] as const] : [],
  )
  return { work, unit: 'ms', figures: new Map(figures), goals: goal ? goalsOf(goal, files) : [] }
}
