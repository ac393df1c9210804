import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { saysNothing, settingsFileFor } from '../../core/authoring/set-up/set-up.ts'
import { settingsFile } from '../../core/settings/settings.ts'
import { Misuse } from '../misuse.ts'
import { putFile } from '../new-file.ts'
import { parseOptions } from '../options.ts'
import { readRepository } from '../read-repository.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes init [OPTIONS]

Makes .minutes.json with what the minutes themselves leave no doubt of: the
forge, the reports and the names of the teams. What it lacks goes on being
inferred. Where there is such a file already, it says so, and does nothing.

Options:
  --print            print the settings, and write no file
  --help, -h         print this text

Exit status: 0 made, 1 there is such a file, nothing to write, or it cannot be
written, 2 misuse or unreadable input.
`

const there = `${settingsFile} is there already, and stays as it is.`
const nothing = `there is nothing to write down yet. What the minutes tell is inferred without ${settingsFile}.`

/** `minutes init`. */
export function init(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = parseOptions('init', args, {
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  if (positionals.length) throw new Misuse('Go to the repository\'s folder: "init" takes no path.', 'minutes help init')
  const { top, repository, isWhole } = readRepository(terminal)
  const made = settingsFileFor(repository, settingsFile)
  // What is inferred from settings would leave out what they alone say.
  const isThere = existsSync(join(top, settingsFile))
  const refused = isThere ? there : saysNothing(made) ? nothing : undefined
  const status = putFile(refused === undefined ? made : { refused }, top, values.print, terminal)
  return isWhole ? status : 2
}
