import { getOrInsert } from '../collections.ts'
import type { Allowance, AllowedRule } from '../minutes/allowance.ts'
import type { Span } from '../text/span.ts'
import type { IdleAllowance } from './rule.ts'

export type RuleState = 'on' | 'off' | 'unknown'

/** Which findings of one file its comments allow, and which of the comments allow none. */
export class AllowedFindings {
  readonly #allowances: readonly Allowance[]
  readonly #byRule = new Map<string, { readonly reach: Span; readonly rule: AllowedRule }[]>()
  readonly #used = new Set<AllowedRule>()

  constructor(allowances: readonly Allowance[]) {
    this.#allowances = allowances
    for (const { reach, rules } of allowances) {
      for (const rule of rules) getOrInsert(this.#byRule, rule.id, () => []).push({ reach, rule })
    }
  }

  /** Whether a comment allows a finding; it is remembered that the comment is of use. */
  allows({ rule, span }: { readonly rule: string; readonly span: Span }): boolean {
    const fitting = (this.#byRule.get(rule) ?? []).filter(
      ({ reach }) => reach.start <= span.start && span.start < reach.end,
    )
    for (const { rule } of fitting) this.#used.add(rule)
    return fitting.length > 0
  }

  /** The comments that did not allow anything, by now. A rule that is switched off may still be wanted by others. */
  idle(stateOf: (rule: string) => RuleState): IdleAllowance[] {
    return this.#allowances.map((allowance) => ({
      allowance,
      unused: allowance.rules.filter((rule) => !this.#used.has(rule) && stateOf(rule.id) === 'on'),
      unknown: allowance.rules.filter(({ id }) => stateOf(id) === 'unknown'),
    }))
  }
}
