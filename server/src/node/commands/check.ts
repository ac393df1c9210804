import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type CheckedRepository, checkRepository } from '../check-repository.ts'
import { applyFixes } from '../fix.ts'
import { Misuse } from '../misuse.ts'
import { printable } from '../printable.ts'
import { Progress } from '../progress.ts'
import { findRoots, type Root } from '../roots.ts'
import { isRule } from '../rule-names.ts'
import type { RulePages } from '../rule-pages.ts'
import { Since } from '../since/since.ts'
import type { Terminal } from '../terminal.ts'
import { untoldNote } from '../untold-links.ts'
import { type CheckOptions, readCheckOptions, usage } from './check-options.ts'

/** `minutes check`. */
export function check(args: readonly string[], terminal: Terminal, pages: RulePages): number {
  const options = readCheckOptions(args)
  if (options.help) {
    terminal.out(usage)
    return 0
  }
  expectNoRule(options, terminal.cwd)
  const progress = new Progress(terminal, options.quiet)
  const outcome = new Outcome()
  const checks = findRoots(options.paths, terminal.cwd).map(
    (root) => new RootCheck(root, terminal.cwd, options, progress, outcome),
  )
  const found = checks.map((one) => one.run())
  const told = (checked: readonly CheckedRepository[]) => {
    progress.clear()
    return tell(checked, outcome, options, terminal, pages)
  }
  if (!isFixing(options)) return told(found)
  // Whoever ends it must not be left with files that are mended and no word of it.
  return terminal.uninterrupted(() => told(checks.map((one, at) => one.fix(found[at]!))))
}

/** Throws a Misuse where a rule stands in the place of a path. */
function expectNoRule({ paths, fix }: CheckOptions, cwd: string): void {
  const rule = paths.find((path) => isRule(path) && !existsSync(resolve(cwd, path)))
  if (rule === undefined) return
  const option = isFixing({ fix }) ? '--fix=suggested' : '--rule'
  throw new Misuse(`There is no file or folder ${rule}. If you mean the rule, say ${option} ${rule}.`)
}

/** Tells what has been found and done. The result is the exit status. */
function tell(
  checked: readonly CheckedRepository[],
  outcome: Outcome,
  options: CheckOptions,
  terminal: Terminal,
  pages: RulePages,
): number {
  const { cwd, colours } = terminal
  const { quiet, since, rules } = options
  const notes = quiet ? [] : [...outcome.notes, ...silenceNotes(checked, options)]
  for (const line of [...outcome.unread, ...outcome.unwritten, ...notes]) terminal.err(`minutes: ${printable(line)}\n`)
  terminal.out(options.report(checked, { cwd, colours, summary: !quiet, fixed: outcome.mended, since, rules, pages }))
  if (outcome.unread.size) return 2
  const left = checked.flatMap(({ files }) => files.flatMap(({ findings }) => findings))
  return left.some(({ severity }) => options.failOn.includes(severity)) ? 1 : 0
}

/** Of which links nothing is told, in each of the repositories. Programs are not told that. */
function silenceNotes(checked: readonly CheckedRepository[], { rules, isForPeople }: CheckOptions): string[] {
  if (!isForPeople) return []
  const isAskedFor = (rule: string) => !rules.length || rules.includes(rule)
  return checked.flatMap(({ root, untoldLinks }) => {
    const count = untoldLinks(isAskedFor)
    return count ? untoldNote(count, checked.length > 1 ? root : undefined) : []
  })
}

/** What the checks of several repositories come to, beside their findings. */
class Outcome {
  readonly unread = new Set<string>()
  readonly unwritten = new Set<string>()
  /** Which files have been changed, and what the user may not expect, such as findings that are left although their rule was to be fixed. */
  readonly notes = new Set<string>()
  mended = 0
}

function isFixing({ fix }: Pick<CheckOptions, 'fix'>): boolean {
  return fix.safe || fix.suggested.length > 0
}

/** The check of one repository. */
class RootCheck {
  readonly #root: Root
  readonly #cwd: string
  readonly #options: CheckOptions
  readonly #progress: Progress
  readonly #outcome: Outcome
  readonly #since: Since | undefined

  constructor(root: Root, cwd: string, options: CheckOptions, progress: Progress, outcome: Outcome) {
    this.#root = root
    this.#cwd = cwd
    this.#options = options
    this.#progress = progress
    this.#outcome = outcome
    this.#since = options.since === undefined ? undefined : new Since(root.folder, options.since)
  }

  run(): CheckedRepository {
    const { rules, fix, skipUnchecked } = this.#options
    const host = {
      progress: (done: number, of: number) => this.#progress.show(done, of),
      problem: (message: string) => void this.#outcome.unread.add(message),
      note: (message: string) => void this.#outcome.notes.add(message),
      rules: [...rules, ...fix.suggested],
      skipUnchecked,
    }
    const checked = ofRules(checkRepository(this.#root, host), rules)
    return this.#since ? this.#since.narrow(checked) : checked
  }

  /** Applies the fixes of what has been found. The result is what is left. */
  fix(found: CheckedRepository): CheckedRepository {
    const problem = (message: string) => this.#outcome.unwritten.add(message)
    const { mended, changed, left } = applyFixes(this.#cwd, found, this.#options.fix, problem)
    this.#outcome.mended += mended
    for (const line of [...changed, ...left]) this.#outcome.notes.add(line)
    return mended ? this.run() : found
  }
}

function ofRules(checked: CheckedRepository, rules: readonly string[]): CheckedRepository {
  if (!rules.length) return checked
  const files = checked.files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ rule }) => rules.includes(rule)),
  }))
  return { ...checked, files }
}
