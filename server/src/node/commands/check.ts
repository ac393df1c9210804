import { parseArgs } from 'node:util'
import { type CheckedRepository, checkRepository } from '../check-repository.ts'
import { applySafeFixes } from '../fix.ts'
import { Misuse } from '../misuse.ts'
import { Progress } from '../progress.ts'
import { jsonReport } from '../report/json.ts'
import { textReport } from '../report/text.ts'
import { findRoots } from '../roots.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes check [OPTIONS] [PATH…]

Reports what is wrong in the minutes under each PATH, a file or a folder (by default the current folder).
The repository is the nearest folder around them with .minutes.json or .git, or else the folder itself.

Options:
  --format text|json   how findings are printed (text)
  --fix                apply the safe fixes, then report what is left
  --quiet, -q          print no summary and no progress
  --fail-on SEVERITY   the least severity that makes the exit status 1: error, warning (default), information, hint, never
  --help, -h           print this text

Exit status: 0 no finding that counts, 1 findings, 2 misuse or unreadable input.
`

const severityOrder = ['error', 'warning', 'information', 'hint'] as const
const formats = { text: textReport, json: jsonReport }

/** `minutes check`. */
export function check(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parse(args)
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  const report = Object.hasOwn(formats, values.format) ? formats[values.format as keyof typeof formats] : undefined
  if (!report)
    throw new Misuse(`There is no format "${values.format}". The formats are ${Object.keys(formats).join(', ')}.`)
  const failing = failingSeverities(values['fail-on'])
  const progress = new Progress(terminal, values.quiet)
  const unread = new Set<string>()
  const unfixed = new Set<string>()
  const checked: CheckedRepository[] = []
  let fixed = 0
  for (const root of findRoots(positionals, terminal.cwd)) {
    const run = () =>
      checkRepository(
        root,
        (done, of) => progress.show(done, of),
        (problem) => unread.add(problem),
      )
    const result = run()
    const mended = values.fix ? applySafeFixes(root.folder, result, (problem) => unfixed.add(problem)) : 0
    fixed += mended
    checked.push(mended ? run() : result)
  }
  progress.clear()
  for (const problem of [...unread, ...unfixed]) terminal.err(`minutes: ${problem}\n`)
  terminal.out(report(checked, { cwd: terminal.cwd, colours: terminal.colours, summary: !values.quiet, fixed }))
  if (unread.size) return 2
  const found = checked.flatMap(({ files }) => files.flatMap(({ findings }) => findings))
  return found.some(({ severity }) => failing.includes(severity)) ? 1 : 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        fix: { type: 'boolean', default: false },
        quiet: { type: 'boolean', short: 'q', default: false },
        'fail-on': { type: 'string', default: 'warning' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n\n${usage}`)
  }
}

function failingSeverities(least: string): readonly string[] {
  if (least === 'never') return []
  const at = severityOrder.indexOf(least as (typeof severityOrder)[number])
  if (at < 0)
    throw new Misuse(`There is no severity "${least}". The severities are ${severityOrder.join(', ')}, never.`)
  return severityOrder.slice(0, at + 1)
}
