import * as v from 'valibot'
import type { RuleSeverity } from '../settings/schema.ts'
import type { ReadSettings, Settings, SettingsMistake } from '../settings/settings.ts'
import { meantName } from '../text/nearest-name.ts'
import { rules } from './index.ts'
import type { Rule } from './rule.ts'

/** The severity and the options that each rule has in a repository. */
export interface RuleSettings {
  of(rule: Rule): { readonly severity: RuleSeverity; readonly options: Record<string, unknown> }
}

/** Severities by the ids of the rules. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>

/** The severities that a person prefers, then the severities and options that `.minutes.json` gives, then the rules' own. */
export function ruleSettings(
  { rules: configured }: Pick<Settings, 'rules'>,
  preferred: RuleSeverities = {},
): RuleSettings {
  const of = (rule: Rule) => {
    const setting = settingOf(rule, configured[rule.id])
    return { ...setting, severity: preferred[rule.id] ?? setting.severity }
  }
  const known = new Map(rules.map((rule) => [rule.id, of(rule)]))
  return { of: (rule) => known.get(rule.id) ?? of(rule) }
}

/** Whether there is such a rule. */
export function isRule(id: string): boolean {
  return rules.some((rule) => rule.id === id)
}

/** What `.minutes.json` says of rules that do not exist, or of options that they do not have. */
export function ruleMistakes({ settings, document }: Pick<ReadSettings, 'settings' | 'document'>): SettingsMistake[] {
  return Object.entries(settings.rules).flatMap(([id, setting]) => {
    const rule = rules.find((rule) => rule.id === id)
    if (!rule) {
      const ids = rules.map((rule) => rule.id)
      return [
        {
          span: document.spanOf(['rules', id], 'key'),
          message: `There is no rule "${id}". ${meantName(id, ids, `The rules are ${ids.join(', ')}.`)}`,
          inSchema: true,
        },
      ]
    }
    return typeof setting === 'string' ? [] : optionMistakes(rule, setting, document)
  })
}

function optionMistakes(
  rule: Rule,
  setting: Record<string, unknown>,
  document: ReadSettings['document'],
): SettingsMistake[] {
  return Object.entries(setting).flatMap(([name, value]) => {
    if (name === 'severity') return []
    const schema = rule.options.entries[name]
    const path = ['rules', rule.id, name]
    if (!schema) {
      const options = ['severity', ...Object.keys(rule.options.entries)]
      return [
        {
          span: document.spanOf(path, 'key'),
          message: `The rule "${rule.id}" has no option "${name}". ${meantName(name, options, `It has ${options.join(', ')}.`)}`,
          inSchema: true,
        },
      ]
    }
    const result = v.safeParse(schema, value)
    return result.success ? [] : [{ span: document.spanOf(path), message: result.issues[0].message, inSchema: true }]
  })
}

function settingOf(rule: Rule, setting: Settings['rules'][string] | undefined): ReturnType<RuleSettings['of']> {
  const given = typeof setting === 'object' ? setting : {}
  const named = typeof setting === 'string' ? setting : given.severity
  // An option with a mistake in it is told of, and counts as not given.
  const valid = Object.entries(rule.options.entries).filter(
    ([name, schema]) => v.safeParse(schema, given[name]).success,
  )
  const options = v.parse(rule.options, Object.fromEntries(valid.map(([name]) => [name, given[name]])))
  return { severity: named ?? (rule.off ? 'off' : rule.severity), options }
}
