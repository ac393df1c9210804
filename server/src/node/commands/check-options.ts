import { meantName } from '../../core/text/nearest-name.ts'
import type { FixChoice } from '../fix.ts'
import { formatNamed } from '../format.ts'
import { Misuse } from '../misuse.ts'
import { parseOptions } from '../options.ts'
import { githubReport } from '../report/github.ts'
import { jsonReport } from '../report/json.ts'
import type { ReportFormat } from '../report/report.ts'
import { sarifReport } from '../report/sarif.ts'
import { textReport } from '../report/text.ts'
import { expectReported, expectRule, isRule } from '../rule-names.ts'

export const usage = `Usage: minutes check [OPTIONS] [PATH…]

Reports what is wrong in the minutes under each PATH, a file or a folder (by
default the current folder). A PATH that begins with a dash stands behind "--".
The repository is the nearest folder around them with .minutes.json or .git, or
else the folder itself.

Options:
  --format FORMAT        how findings are printed: text (default), json, sarif,
                         or github (annotations of a workflow)
  --rule RULE            report, and mend, only the findings of this rule; may
                         be given several times
  --since REV            report only what has come since the branch left REV:
                         findings on lines that were added or changed, and those
                         that the change causes elsewhere; what is not committed
                         counts too. git is asked for it.
  --fix                  apply the safe fixes, then report what is left
  --fix=suggested RULE   apply the first fix of each finding of a rule, safe or
                         not; may be given several times, and with --fix
  --skip-unchecked       say nothing of a PATH that is no Markdown, hidden or
                         ignored
  --quiet, -q            print no summary and no progress
  --fail-on SEVERITY     the least severity that makes the exit status 1: error,
                         warning (default), information, hint, never
  --help, -h             print this text

Exit status: 0 no finding that counts, 1 findings, 2 misuse or unreadable input.
`

export interface CheckOptions {
  readonly help: boolean
  readonly report: ReportFormat
  /** Whether people read the report, not programs. */
  readonly isForPeople: boolean
  /** The names under which findings are reported; all when there are none. */
  readonly rules: readonly string[]
  readonly since: string | undefined
  readonly fix: FixChoice
  readonly skipUnchecked: boolean
  readonly quiet: boolean
  readonly failOn: readonly string[]
  readonly paths: readonly string[]
}

const severityOrder = ['error', 'warning', 'information', 'hint'] as const
const formats: Readonly<Record<string, ReportFormat>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
}

/** Reads the arguments of `minutes check`. Throws a Misuse that says what cannot be meant. */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parse(withFixRules(args))
  expectReported(values.rule)
  for (const rule of values['fix-rule']) expectRule(rule)
  return {
    help: values.help,
    report: formatNamed(values.format, formats),
    isForPeople: values.format === 'text',
    rules: [...new Set(values.rule)],
    since: values.since,
    fix: { safe: values.fix, suggested: values['fix-rule'] },
    skipUnchecked: values['skip-unchecked'],
    quiet: values.quiet,
    failOn: failingSeverities(values['fail-on']),
    paths: positionals,
  }
}

/** The arguments with `--fix=suggested RULE` in the one word that a parser of options understands. */
function withFixRules(args: readonly string[]): string[] {
  const result: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!
    if (arg === '--') return [...result, ...args.slice(at)]
    if (arg === '--fix' && args[at + 1] === 'suggested' && isRule(args[at + 2]))
      throw new Misuse(`Write them together: --fix=suggested ${args[at + 2]}`)
    const [, which] = /^--fix=(.*)$/s.exec(arg) ?? []
    if (which === undefined) result.push(arg)
    else if (which === 'safe') result.push('--fix')
    else if (which !== 'suggested') throw new Misuse(`There is no --fix=${which}. Say --fix, or --fix=suggested RULE.`)
    else {
      at += 1
      result.push(`--fix-rule=${suggestedRule(args[at])}`)
    }
  }
  return result
}

function suggestedRule(name: string | undefined): string {
  const isMissing = !name || name.startsWith('-')
  // No rule has such a name, but paths do.
  const isPath = name !== undefined && /[./\\]/.test(name)
  if (!isMissing && !isPath) return name
  const place = isPath && !isMissing ? `RULE is missing before "${name}". ` : ''
  throw new Misuse(
    `${place}Suggested fixes are applied one rule at a time. Say which: --fix=suggested RULE. "minutes help explain" lists the rules.`,
  )
}

function parse(args: readonly string[]) {
  return parseOptions('check', args, {
    format: { type: 'string', default: 'text' },
    rule: { type: 'string', multiple: true, default: [] },
    since: { type: 'string' },
    fix: { type: 'boolean', default: false },
    'fix-rule': { type: 'string', multiple: true, default: [] },
    'skip-unchecked': { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
    'fail-on': { type: 'string', default: 'warning' },
    help: { type: 'boolean', short: 'h', default: false },
  })
}

function failingSeverities(least: string): readonly string[] {
  if (least === 'never') return []
  const at = severityOrder.indexOf(least as (typeof severityOrder)[number])
  if (at >= 0) return severityOrder.slice(0, at + 1)
  const names = [...severityOrder, 'never']
  throw new Misuse(
    `There is no severity "${least}". ${meantName(least, names, `The severities are ${names.join(', ')}.`)}`,
  )
}
