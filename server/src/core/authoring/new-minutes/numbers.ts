import { writtenDates } from '../../minutes/written-date.ts'
import { applyEdits, replace } from '../../text/edit.ts'
import { contains, type Span, slice } from '../../text/span.ts'

/** The title behind `last` where titles count the meetings, as `before` and `last` do; `undefined` where they do not. */
export function countedOn(before: string, last: string): string | undefined {
  if (wordsOf(before) !== wordsOf(last)) return undefined
  const earlier = numbersIn(before)
  const changed = numbersIn(last).flatMap((span, at) => {
    const step = Number(slice(last, span)) - Number(slice(before, earlier[at]!))
    return step ? [{ span, step }] : []
  })
  const [first, ...others] = changed
  if (first?.step !== 1 || others.length) return undefined
  const { span } = first
  const next = String(Number(slice(last, span)) + 1)
  return applyEdits(last, [replace(span, next.padStart(span.end - span.start, '0'))])
}

/** Those that are no part of a date. */
function numbersIn(title: string): Span[] {
  const dates = writtenDates(title)
  return [...title.matchAll(/[0-9]{1,6}/g)]
    .map(({ index, 0: digits }) => ({ start: index, end: index + digits.length }))
    .filter((span) => !dates.some((date) => contains(date.span, span)))
}

/** What two titles have in common that differ in their dates and numbers alone. */
function wordsOf(title: string): string {
  const dates = writtenDates(title).map(({ span }) => replace(span, '#'))
  const numbers = numbersIn(title).map((span) => replace(span, '#'))
  return applyEdits(title, [...dates, ...numbers]).toLowerCase()
}
