import type { IsoDate } from '../minutes/calendar.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { Fix } from '../repository/fix.ts'
import type { Repository } from '../repository/repository.ts'
import type { Severity } from '../settings/schema.ts'
import type { Span } from '../text/span.ts'
import { AllowedFindings, type RuleState } from './allowed-findings.ts'
import { rules } from './index.ts'
import type { Report, Rule } from './rule.ts'
import type { RuleSettings } from './rule-settings.ts'

/** What a rule reports, with the severity that it has in this repository. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  readonly fixes: () => readonly Fix[]
  readonly related: Report['related']
}

/**
 * The findings of one file, in the order of their places. They depend on the arguments alone. Of a repository that is not read as a whole yet
 * only what the file alone says is found.
 */
export function checkMinutes(
  minutes: Minutes,
  repository: Repository,
  settings: RuleSettings,
  today: IsoDate,
  isWhole = true,
): Finding[] {
  if (minutes.kind === 'template') return []
  const findings: Finding[] = []
  const allowed = new AllowedFindings(minutes.allowances)
  for (const rule of inOrder) {
    if (rule.scope === 'minutes' && minutes.kind !== 'minutes') continue
    if (!isWhole && !rule.alone) continue
    const { severity, options } = settings.of(rule)
    if (severity === 'off') continue
    const idle = rule.last ? allowed.idle((id) => stateOf(id, settings)) : []
    for (const report of rule.check({ minutes, repository, today, options, idle })) {
      const finding = toFinding(rule, severity, report)
      if (!allowed.allows(finding)) findings.push(finding)
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const inOrder = [...rules.filter(({ last }) => !last), ...rules.filter(({ last }) => last)]

function stateOf(id: string, settings: RuleSettings): RuleState {
  const rule = rules.find((rule) => rule.id === id)
  return rule ? (settings.of(rule).severity === 'off' ? 'off' : 'on') : 'unknown'
}

function toFinding(rule: Rule, severity: Severity, report: Report): Finding {
  return {
    rule: rule.id,
    severity,
    span: report.span,
    message: filled(rule.messages[report.message]!, report.data ?? {}),
    fixes: report.fixes ?? noFixes,
    related: report.related,
  }
}

function noFixes(): readonly Fix[] {
  return []
}

function filled(message: string, data: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole)
}
