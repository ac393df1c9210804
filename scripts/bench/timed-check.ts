// Checks a folder as the command line does, and prints how long each rule took: JSON, milliseconds. It runs once, in a process of its own,
// because the second check of a process is faster than the only one of a command.
import { basename } from 'node:path'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import type { Report, Rule } from '../../server/src/core/rules/rule.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { systemClock } from '../../server/src/node/clock.ts'
import { DiskFiles } from '../../server/src/node/files.ts'
import { compilePatterns, late, optimizeLate } from '../../server/src/node/v8.ts'

/** What a run prints. Times of rules hold that of making their fixes, and of what they are the first to ask of the repository. */
export interface TimedCheck {
  /** From the start of the process. */
  readonly milliseconds: number
  readonly rules: Readonly<Record<string, { readonly milliseconds: number; readonly findings: number }>>
}

compilePatterns()
optimizeLate(late.check)

const times = new Map(rules.map(({ id }) => [id, { milliseconds: 0, findings: 0 }]))

function timed(rule: Rule): Pick<Rule, 'check'> {
  const { check } = rule
  const time = times.get(rule.id)!
  function taken<Result>(work: () => Result): Result {
    const start = performance.now()
    try {
      return work()
    } finally {
      time.milliseconds += performance.now() - start
    }
  }
  return {
    check(subject) {
      const reports = taken(() => [...check.call(rule, subject)])
      time.findings += reports.length
      return reports.map((report): Report => ({ ...report, fixes: () => taken(() => report.fixes?.() ?? []) }))
    },
  }
}

const folder = process.argv[2]!
for (const rule of rules) Object.assign(rule, timed(rule))
const log = { info: () => {}, warn: () => {} }
const files = new DiskFiles(folder, log)
const workspace = new Workspace({ files, clock: systemClock, log, folderName: basename(folder), withoutIssues: true })
const read: Minutes[] = []
for (const minutes of workspace.read()) if (minutes) read.push(minutes)
for (const minutes of read) for (const { fixes } of workspace.check(minutes)) fixes()
const result: TimedCheck = { milliseconds: performance.now(), rules: Object.fromEntries(times) }
console.log(JSON.stringify(result))
