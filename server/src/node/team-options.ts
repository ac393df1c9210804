import type { Period } from '../core/authoring/calendar/calendar.ts'
import { formatNamed } from './format.ts'
import { Misuse } from './misuse.ts'
import { parseOptions } from './options.ts'
import { periodIn } from './period.ts'

/** What is asked of the meetings of teams. */
export interface TeamOptions<Format> {
  /** The name or folder of a team, if any is named. */
  readonly team: string | undefined
  readonly format: Format
  readonly period: Period
}

/** Reads the arguments of a command that shows meetings; `undefined` where its usage is asked for. Throws a Misuse that says what cannot be meant. */
export function readTeamOptions<Format>(
  command: string,
  args: readonly string[],
  formats: Readonly<Record<string, Format>>,
): TeamOptions<Format> | undefined {
  const { values, positionals } = parseOptions(command, args, {
    since: { type: 'string' },
    until: { type: 'string' },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) return undefined
  if (positionals.length > 1)
    throw new Misuse('Name one team, in quotes where its name has blanks.', `minutes help ${command}`)
  return { team: positionals[0], format: formatNamed(values.format, formats), period: periodIn(values) }
}
