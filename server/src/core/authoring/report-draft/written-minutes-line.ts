import { countsOf } from '../../collections.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { MinutesLine } from '../../minutes/minutes-line.ts'
import { newMinutesLine, waitingNote, withUrl } from '../../minutes/minutes-line-edit.ts'
import { applyEdits } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'

/** The minutes line of a team whose minutes stand at a URL or path, in the form that most of the last reports' lines have. */
export function linkedLine(reports: readonly Minutes[], url: string): string {
  const lines = reports.flatMap((report) =>
    report.minutesLines.flatMap((line) => {
      const form = formOf(report, line)
      return form === undefined ? [] : [{ report, line, form }]
    }),
  )
  const counts = countsOf(lines.map(({ form }) => form))
  const usual = lines.reduce((most, next) => (counts.get(next.form)! > counts.get(most.form)! ? next : most), lines[0]!)
  return usual ? withLink(usual.report, usual.line, url) : newMinutesLine(reports[0]!, url)
}

/** The minutes line of a team whose minutes are not there yet, in the words of the last reports. */
export function waitingLine(reports: readonly Minutes[]): string {
  for (const { text, minutesLines } of reports) {
    const line = minutesLines.find(({ state, link, noteSaysMore }) => state === 'none-yet' && !link && !noteSaysMore)
    if (line) return text.slice(lineAround(text, line.span.start).start, line.span.end)
  }
  return waitingNote
}

/** What stands before the link, and how that is written; `undefined` where a person may have written something else for that day. */
function formOf({ text }: Minutes, { state, link, note, span, label }: MinutesLine): string | undefined {
  if (state !== 'linked' || !link || note || link.span.end !== span.end || link.text.end < label.end) return undefined
  const start = Math.min(span.start, link.span.start)
  return `${link.kind} ${text.slice(lineAround(text, start).start, link.span.start)}`
}

function withLink(report: Minutes, line: MinutesLine, url: string): string {
  const { text } = report
  const start = lineAround(text, line.span.start).start
  const edit = withUrl(report, line, url)
  const end = Math.max(edit.span.end, line.span.end)
  return slice(applyEdits(text, [edit]), { start, end: end + edit.newText.length - (edit.span.end - edit.span.start) })
}
