import { join } from 'node:path'
import type { Fix } from '../core/repository/fix.ts'
import type { Finding } from '../core/rules/check.ts'
import { type CombinedFix, fixAll, isSafe } from '../core/rules/fix-all.ts'
import { applyEdits } from '../core/text/edit.ts'
import type { CheckedFile, CheckedRepository } from './check-repository.ts'
import { counted } from './counted.ts'
import { rewrite } from './rewrite.ts'
import { seenFrom } from './seen-from.ts'

/** The fixes to apply. */
export interface FixChoice {
  readonly safe: boolean
  /** The rules whose first fix is applied, whether or not it is safe. */
  readonly suggested: readonly string[]
}

export interface FixOutcome {
  /** The number of findings mended. */
  readonly mended: number
  /** Which files have been changed, and by how much, as sentences. */
  readonly changed: readonly string[]
  /** Which findings of the rules named are left, and why, as sentences. */
  readonly left: readonly string[]
}

/** What mends a finding. */
export interface Remedy {
  /** `fix`: the option `--fix`; `suggested-fix`: `--fix=suggested`; `save-images`: the command; `editor`: an editor alone. */
  readonly means: 'fix' | 'suggested-fix' | 'save-images' | 'editor'
  /** What is done, as an imperative. */
  readonly title: string
}

/** What mends a finding in a file: a safe fix, or else the first one, for that is the likeliest. */
export function remedyOf(finding: Finding, path: string): Remedy | undefined {
  const fixes = finding.fixes()
  const fix = fixes.find((fix) => isSafe(fix) && isAppliedHere(fix, path)) ?? fixes[0]
  if (!fix) return undefined
  const here = isSafe(fix) ? 'fix' : 'suggested-fix'
  return { means: isAppliedHere(fix, path) ? here : fix.save ? 'save-images' : 'editor', title: fix.title }
}

/**
 * Applies fixes of a check to the files on the disk, and tells of them as they are seen from the folder `cwd`. A fix that changes more than the file
 * in which its finding is stays undone.
 */
export function applyFixes(
  cwd: string,
  { root, files }: CheckedRepository,
  choice: FixChoice,
  problem: (message: string) => void,
): FixOutcome {
  let applied = 0
  const changed: string[] = []
  const left = new LeftFindings()
  for (const file of files) {
    const { edits, mended } = fixesFor(file, choice, left)
    if (!mended) continue
    const target = join(root, file.path)
    const failure = rewrite(target, file.text, applyEdits(file.text, edits))
    if (failure) {
      problem(`${seenFrom(cwd, target)} is not fixed: ${failure}`)
      continue
    }
    applied += mended
    changed.push(`${seenFrom(cwd, target)} is changed: ${counted(mended, 'finding')} mended.`)
  }
  return { mended: applied, changed, left: left.sentences() }
}

function fixesFor({ path, findings }: CheckedFile, { safe, suggested }: FixChoice, left: LeftFindings): CombinedFix {
  const isNamed = ({ rule }: Finding) => suggested.includes(rule)
  const tried = findings.filter((finding) => {
    // The first fix is the likeliest: another one in its place would more often be wrong.
    const reason = isNamed(finding) ? whyLeft(finding.fixes()[0], path) : undefined
    if (reason) left.add(finding.rule, reason)
    return !reason
  })
  const accepts = (fix: Fix, finding: Finding) => isNamed(finding) || (safe && isSafe(fix) && isAppliedHere(fix, path))
  const combined = fixAll(tried, accepts)
  if (suggested.length) {
    const accepted = tried.filter((finding) => finding.fixes().some((fix) => accepts(fix, finding)))
    left.addTouching(accepted.length - combined.mended)
  }
  return combined
}

/** Whether the command line applies a fix of a finding in a file. Others do more than change that file. */
function isAppliedHere(fix: Fix, path: string): boolean {
  return whyLeft(fix, path) === undefined
}

function whyLeft(fix: Fix | undefined, path: string): string | undefined {
  if (!fix) return 'there is no fix. Mend it by hand.'
  if (fix.rename) return 'the fix renames a file. Apply it in an editor.'
  if (fix.save) return 'the fix stores a picture. "minutes save-images" does that.'
  const isWithin = fix.edits.every((edit) => edit.path === path)
  return isWithin ? undefined : 'the fix changes other files too. Apply it in an editor.'
}

/** Counts what is left of each rule, by reason. */
class LeftFindings {
  readonly #counts = new Map<string, number>()

  add(rule: string, reason: string): void {
    this.#count(`of ${rule} left: ${reason}`, 1)
  }

  /** Two fixes of one place cannot be applied at once. */
  addTouching(count: number): void {
    if (count) this.#count('left: the fix touches another one. Run the command again.', count)
  }

  sentences(): string[] {
    return [...this.#counts].map(([what, count]) => `${counted(count, 'finding')} ${what}`)
  }

  #count(what: string, more: number): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + more)
  }
}
