import { distance } from 'fastest-levenshtein'
import { rules } from '../core/rules/index.ts'
import { settingsRule } from '../core/rules/settings-findings.ts'
import { Misuse } from './misuse.ts'

const ruleNames = rules.map(({ id }) => id)

/** The names under which findings are reported: those of the rules, and that of mistakes in `.minutes.json`. */
const reportedNames = [...ruleNames, settingsRule]

/** Throws a Misuse that lists the rules when there is none with this name. */
export function expectRule(name: string): void {
  if (!ruleNames.includes(name)) throw unknown(name, ruleNames)
}

/** Throws a Misuse that lists the names when nothing is reported under one of these. */
export function expectReported(names: readonly string[]): void {
  for (const name of names) if (!reportedNames.includes(name)) throw unknown(name, reportedNames)
}

/** The rules, one a line, each with what it finds. */
export function ruleList(): string {
  const width = Math.max(...ruleNames.map((name) => name.length))
  return rules.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}\n`).join('')
}

function unknown(name: string, known: readonly string[]): Misuse {
  const near = nearest(name, known)
  const meant = near ? ` Did you mean ${near}?` : ''
  return new Misuse(`There is no rule "${name}".${meant} The rules are ${known.join(', ')}.`)
}

/** The name that another one is a slip of, or a part of; `undefined` when none is near. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((other) => ({ other, far: name.length > 3 && other.includes(name) ? 0 : distance(name, other) }))
    .filter(({ far, other }) => far <= other.length / 3)
    .sort((a, b) => a.far - b.far)
  return best?.other
}
