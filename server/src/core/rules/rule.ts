import type * as v from 'valibot'
import type { Allowance, AllowedRule } from '../minutes/allowance.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { Fix } from '../repository/fix.ts'
import type { Repository } from '../repository/repository.ts'
import type { Severity } from '../settings/schema.ts'
import type { Span } from '../text/span.ts'

/** The declaration of a rule's options: an object schema whose members all have a default and a description. */
export type OptionsSchema = v.ObjectSchema<v.ObjectEntries, undefined>

/** One check of minutes. */
export interface Rule<Messages extends string = string, Options extends OptionsSchema = OptionsSchema> {
  /** The fault's name in kebab case, so that "allow stale-minutes-line" reads as a sentence. */
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Off until `.minutes.json` gives it a severity. */
  readonly off?: true
  /** The best safety that its fixes have. */
  readonly fix: Fix['safety'] | 'none'
  /** The files that it looks at: minutes of meetings, or every Markdown file that is no template. */
  readonly scope: 'minutes' | 'markdown'
  /** It looks at nothing but the file, so that it is right before the others have been read. */
  readonly alone?: true
  /** Checked behind the other rules, because it is about what they found. */
  readonly last?: true
  readonly options: Options
  /** What is wrong, why it matters, what to do; `{name}` stands for a value of the report's data. */
  readonly messages: Readonly<Record<Messages, string>>
  check(subject: Subject<v.InferOutput<Options>>): Iterable<Report<Messages>>
}

/** What a rule looks at. Its reports depend on nothing else. */
export interface Subject<Options = Record<string, unknown>> {
  readonly minutes: Minutes
  readonly repository: Repository
  readonly today: IsoDate
  readonly options: Options
  /** The file's comments with rules that they do not allow anything of; empty for rules that are not checked last. */
  readonly idle: readonly IdleAllowance[]
}

/** A comment that allows rules, and those of them that found nothing there, or do not exist. */
export interface IdleAllowance {
  readonly allowance: Allowance
  readonly unused: readonly AllowedRule[]
  readonly unknown: readonly AllowedRule[]
}

/** A fault that a rule found. */
export interface Report<Messages extends string = string> {
  readonly span: Span
  readonly message: Messages
  readonly data?: Readonly<Record<string, string>>
  /** Made when they are asked for, the likeliest first. */
  readonly fixes?: () => readonly Fix[]
  /** Another file that explains the fault. */
  readonly related?: { readonly path: string; readonly message: string }
}

/** Declares a rule; it does nothing but infer the types of its messages and options. */
export function defineRule<const Messages extends string, Options extends OptionsSchema>(
  rule: Rule<Messages, Options>,
): Rule<Messages, Options> {
  return rule
}
