import { rules } from '../core/rules/index.ts'
import { settingsRule } from '../core/rules/settings-findings.ts'
import { meantName } from '../core/text/nearest-name.ts'
import { namesBelow, wrapped } from './columns.ts'
import { Misuse } from './misuse.ts'

const ruleNames = rules.map(({ id }) => id)

/** The names under which findings are reported: those of the rules, and that of mistakes in `.minutes.json`. */
const reportedNames = [...ruleNames, settingsRule]

export function isRule(name: string | undefined): boolean {
  return name !== undefined && ruleNames.includes(name)
}

/** Throws a Misuse that names the nearest rule, or lists the rules, when there is none with this name. */
export function expectRule(name: string): void {
  if (!isRule(name)) throw unknown(name, ruleNames)
}

/** Throws a Misuse that names the nearest, or lists all, when nothing is reported under one of these names. */
export function expectReported(names: readonly string[]): void {
  for (const name of names) if (!reportedNames.includes(name)) throw unknown(name, reportedNames)
}

/** The names under which findings are reported, one a line, each with what is found. */
export function reportedList(): string {
  const width = Math.max(...reportedNames.map((name) => name.length))
  const lines = rules.map(({ id, title, off }) => [id, `${title}${off ? ' (off by default)' : ''}`])
  const all = [...lines, [settingsRule, 'Mistake in .minutes.json (no rule, and always on)']]
  return all.map(([name, what]) => `${wrapped(`  ${name!.padEnd(width)}  ${what}`, width + 4)}\n`).join('')
}

function unknown(name: string, known: readonly string[]): Misuse {
  return new Misuse(`There is no rule "${name}". ${meantName(name, known, `The rules are:${namesBelow(known)}`)}`)
}
