import { type CheckedRepository, checkRepository } from '../check-repository.ts'
import { applyFixes } from '../fix.ts'
import { printable } from '../printable.ts'
import { Progress } from '../progress.ts'
import { findRoots, type Root } from '../roots.ts'
import type { RulePages } from '../rule-pages.ts'
import { Since } from '../since/since.ts'
import type { Terminal } from '../terminal.ts'
import { type CheckOptions, readCheckOptions, usage } from './check-options.ts'

/** `minutes check`. */
export function check(args: readonly string[], terminal: Terminal, pages: RulePages): number {
  const options = readCheckOptions(args)
  if (options.help) {
    terminal.out(usage)
    return 0
  }
  const progress = new Progress(terminal, options.quiet)
  const outcome = new Outcome()
  const checked = findRoots(options.paths, terminal.cwd).map((root) => checkRoot(root, options, progress, outcome))
  progress.clear()
  const notes = options.quiet ? [] : outcome.notes
  for (const line of [...outcome.unread, ...outcome.unwritten, ...notes]) terminal.err(`minutes: ${printable(line)}\n`)
  const { cwd, colours } = terminal
  const { quiet, since } = options
  terminal.out(options.report(checked, { cwd, colours, summary: !quiet, fixed: outcome.mended, since, pages }))
  if (outcome.unread.size) return 2
  const found = checked.flatMap(({ files }) => files.flatMap(({ findings }) => findings))
  return found.some(({ severity }) => options.failOn.includes(severity)) ? 1 : 0
}

/** What the checks of several repositories come to, beside their findings. */
class Outcome {
  readonly unread = new Set<string>()
  readonly unwritten = new Set<string>()
  /** What the user may not expect, such as findings that are left although their rule was to be fixed. */
  readonly notes = new Set<string>()
  mended = 0
}

function checkRoot(root: Root, options: CheckOptions, progress: Progress, outcome: Outcome): CheckedRepository {
  const since = options.since === undefined ? undefined : new Since(root.folder, options.since)
  const host = {
    progress: (done: number, of: number) => progress.show(done, of),
    problem: (message: string) => void outcome.unread.add(message),
    note: (message: string) => void outcome.notes.add(message),
    rules: [...options.rules, ...options.fix.suggested],
    skipUnchecked: options.skipUnchecked,
  }
  const run = () => {
    const checked = ofRules(checkRepository(root, host), options.rules)
    return since ? since.narrow(checked) : checked
  }
  const checked = run()
  if (!options.fix.safe && !options.fix.suggested.length) return checked
  const { mended, left } = applyFixes(root.folder, checked, options.fix, (problem) => outcome.unwritten.add(problem))
  outcome.mended += mended
  for (const line of left) outcome.notes.add(line)
  return mended ? run() : checked
}

function ofRules(checked: CheckedRepository, rules: readonly string[]): CheckedRepository {
  if (!rules.length) return checked
  const files = checked.files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ rule }) => rules.includes(rule)),
  }))
  return { ...checked, files }
}
