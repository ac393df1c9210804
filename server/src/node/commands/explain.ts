import { parseArgs } from 'node:util'
import { Misuse } from '../misuse.ts'
import { expectRule, ruleList } from '../rule-names.ts'
import type { RulePages } from '../rule-pages.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes explain RULE

Prints the page of a rule: what it reports, why it matters, examples, options, fixes, when to switch it off.

Options:
  --help, -h   print this text

Rules:
`

/** `minutes explain`. */
export function explain(args: readonly string[], terminal: Terminal, pages: RulePages): number {
  const { values, positionals } = parse(args)
  if (values.help) {
    terminal.out(usage + ruleList())
    return 0
  }
  const [name, ...others] = positionals
  if (name === undefined || others.length) throw new Misuse(`Name one rule.\n\n${usage}${ruleList()}`)
  expectRule(name)
  const page = pages.page(name)
  if (page === undefined) throw new Misuse(`The page of ${name} is missing from this installation. Build it again.`)
  terminal.out(page)
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    })
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n\n${usage}${ruleList()}`)
  }
}
