import type { CheckedRepository } from '../check-repository.ts'
import type { RulePages } from '../rule-pages.ts'

export interface ReportOptions {
  readonly colours: boolean
  /** Whether to end with a line that counts. */
  readonly summary: boolean
  /** The folder to which paths are shown relative, where people read them. */
  readonly cwd: string
  /** How many findings `--fix` has mended. */
  readonly fixed: number
  /** The revision since which a finding has come, where older ones are left out. */
  readonly since?: string | undefined
  /** The rules whose findings are told; empty: all rules. */
  readonly rules: readonly string[]
  readonly pages: RulePages
}

/** Prints the findings of a check in one format; the text ends with a line end, or is empty. */
export type ReportFormat = (repositories: readonly CheckedRepository[], options: ReportOptions) => string
