import { nameOf } from '../../text/path.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'copied-minutes',
  title: "Text of another meeting's minutes",
  severity: 'warning',
  fix: 'none',
  scope: 'minutes',
  options: noOptions,
  messages: {
    copied:
      'This is the text of {original}, word for word: the minutes of {date} were never stored, and are lost unless somebody still has them. Replace the text, or delete the file.',
  },
  *check({ minutes, repository, today }) {
    // What is prepared for a meeting to come is the agenda that all of them have.
    if (minutes.date?.iso && minutes.date.iso > today) return
    const original = repository.originalOf(minutes.path)
    if (!original) return
    const heading = minutes.facts.headings[0]
    const span = minutes.statedDates[0]?.span ?? heading?.content ?? { start: 0, end: minutes.text.search(/\r|\n|$/) }
    yield {
      span,
      message: 'copied',
      data: { original, date: minutes.date?.iso ?? nameOf(minutes.path) },
      related: { path: original, message: 'The same text' },
    }
  },
})
