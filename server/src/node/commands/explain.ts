import { settingsRule } from '../../core/rules/settings-findings.ts'
import { Misuse } from '../misuse.ts'
import { parseOptions } from '../options.ts'
import { expectReported, reportedList } from '../rule-names.ts'
import type { RulePages } from '../rule-pages.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes explain RULE

Prints the page of a rule: what it reports, why it matters, examples, options,
fixes, when to switch it off.

Options:
  --help, -h   print this text

Rules:
`

const settingsPage = `# ${settingsRule}

This is no rule: mistakes in .minutes.json are reported under this name, such as a setting that there is not, or a folder that the repository
lacks. A setting with a mistake in it counts as not given, so mend the file; docs/settings.md lists all settings.
`

/** A page without links to other pages, which no terminal follows. */
function forTerminals(page: string): string {
  return page.replace(/\[([a-z-]+)\]\(\1\.md\)/g, '$1 ("minutes explain $1")')
}

/** `minutes explain`. */
export function explain(args: readonly string[], terminal: Terminal, pages: RulePages): number {
  const { values, positionals } = parseOptions('explain', args, {
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage + reportedList())
    return 0
  }
  const [name, ...others] = positionals
  if (name === undefined || others.length) throw new Misuse('Name one rule.', 'minutes help explain')
  expectReported([name])
  const page = name === settingsRule ? settingsPage : pages.page(name)
  if (page === undefined) throw new Misuse(`The page of ${name} is missing from this installation. Build it again.`)
  terminal.out(forTerminals(page))
  return 0
}
