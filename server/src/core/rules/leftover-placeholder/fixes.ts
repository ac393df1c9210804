import type { IsoDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { wholeNotice } from '../../minutes/pad-notice.ts'
import type { Placeholder } from '../../minutes/placeholder.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { spanOfLines } from '../../text/delete-lines.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Subject } from '../rule.ts'

/** Fill in the date where the repository tells it; delete the line, unless it is a heading. */
export function fixesOf(placeholder: Placeholder, { minutes, repository }: Subject<object>): Fix[] {
  const { text, facts } = minutes
  if (placeholder.kind === 'notice') return [deletion(minutes, wholeNotice(text, placeholder.span))]
  const date = placeholder.kind === 'date' ? meantDate(placeholder, minutes, repository) : undefined
  const filled = date && filledIn(slice(text, placeholder.span), date)
  const isHeading = facts.headings.some(
    ({ span }) => span.start <= placeholder.span.start && placeholder.span.start < span.end,
  )
  return [
    ...(filled ? [suggestion(`Fill in ${filled}`, minutes.path, placeholder.span, filled)] : []),
    ...(isHeading ? [] : [deletion(minutes, placeholder.line)]),
  ]
}

export function deletion({ path, text }: Minutes, span: Span): Fix {
  return suggestion('Delete the line', path, spanOfLines(text, span), '')
}

/** Of the next meeting the day of the next minutes, else this meeting's. */
function meantDate(
  { line }: Placeholder,
  { path, text, date }: Minutes,
  repository: Subject['repository'],
): IsoDate | undefined {
  const day = repository.dayOf(path)
  const words = slice(text, line)
  if (!/next|upcoming|following|nächst|naechst|folgend/i.test(words)) {
    return /previous|last|letzt|vorig/i.test(words) ? undefined : date?.iso
  }
  return day && repository.seriesOf(path).meetings.find((meeting) => meeting.day > day)?.day
}

/** The date in the order and with the separators of a placeholder: `20XX-XX-XX`, `DD.MM.YYYY`. */
function filledIn(sample: string, date: IsoDate): string {
  const [year, month, day] = date.split('-') as [string, string, string]
  const separator = /[-./]/.exec(sample)?.[0] ?? ''
  const isYearFirst = /^[A-Za-z0-9]{4}/.test(sample)
  return (isYearFirst ? [year, month, day] : [day, month, year]).join(separator)
}
