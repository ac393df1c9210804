import { execFileSync } from 'node:child_process'
import type { Figure, Goal } from './figure.ts'
import { statisticsOf } from './statistics.ts'
import type { TimedCheck } from './timed-check.ts'

const runs = 5
const goal: Goal = { value: 'median', atMost: 15 }

/** Which part of a whole check each rule takes, the largest first. */
export function measureRules(folder: string): Figure[] {
  const checks = Array.from({ length: runs }, () => check(folder))
  const figures = Object.keys(checks[0]!.rules).map((id): Figure => {
    const shares = checks.map(({ milliseconds, rules }) => (100 * rules[id]!.milliseconds) / milliseconds)
    const { findings } = checks[0]!.rules[id]!
    const results = { least: findings, most: findings, of: 'findings' }
    return { work: `share of ${id}`, unit: '%', values: statisticsOf(shares), results, goal }
  })
  return figures.sort((a, b) => b.values.median - a.values.median)
}

function check(folder: string): TimedCheck {
  return JSON.parse(execFileSync(process.execPath, ['out/scripts/bench/timed-check.mjs', folder], { encoding: 'utf8' }))
}
