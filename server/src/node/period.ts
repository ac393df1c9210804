import type { Period } from '../core/authoring/calendar/calendar.ts'
import { dayIn } from './day.ts'
import { Misuse } from './misuse.ts'

/** The period that somebody has written behind `--since` and `--until`. */
export function periodIn(written: {
  readonly since?: string | undefined
  readonly until?: string | undefined
}): Period {
  const since = written.since === undefined ? undefined : dayIn(written.since)
  const until = written.until === undefined ? undefined : dayIn(written.until)
  if (since !== undefined && until !== undefined && until < since)
    throw new Misuse(`${until} is before ${since}: no day is between them.`)
  return { since, until }
}
