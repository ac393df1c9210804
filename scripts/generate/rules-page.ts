import type { Rule } from '../../server/src/core/rules/rule.ts'
import { table } from './table.ts'

const safeties = {
  safe: 'safe',
  suggested: 'suggested',
  none: '–',
} satisfies Record<Rule['fix'], string>

/** `docs/rules.md`. */
export function rulesPage(rules: readonly Rule[]): string {
  return `<!-- Generated from the rules by \`npm run generate\`. Do not edit. -->

# Rules

Each rule is named after the fault that it finds, and has a page with examples.

- **Severity** is what a finding has unless [\`.minutes.json\`](settings.md#rules) says otherwise. A rule that is off reports nothing until a
  severity is given to it.
- **Fix** is how safe the best fix is. Safe ones are applied by \`minutes check --fix\` and by "fix all" in an editor; suggested ones are
  offered at the finding, for a person to choose.

${rulesTable(rules, '../server/src/core/rules')}
`
}

/** `README.md` with the rules in their place, if it has one. */
export function withRules(readme: string, rules: readonly Rule[]): string {
  const place = /(?<=<!-- rules -->\n)[\s\S]*?(?=<!-- \/rules -->)/
  return readme.replace(place, () => `\n${rulesTable(rules, 'server/src/core/rules')}\n\n`)
}

function rulesTable(rules: readonly Rule[], folder: string): string {
  return table(
    ['Rule', 'Fault', 'Severity', 'Fix'],
    rules.map(({ id, title, severity, off, fix }) => [
      `[\`${id}\`](${folder}/${id}/README.md)`,
      title,
      off ? `${severity}, off` : severity,
      safeties[fix],
    ]),
  )
}
