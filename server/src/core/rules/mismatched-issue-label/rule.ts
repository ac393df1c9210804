import { type IssueLabel, issueLabels } from '../../minutes/issue-label.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { slice, span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'mismatched-issue-label',
  title: 'Issue number of a link that leads to another one',
  severity: 'information',
  fix: 'suggested',
  scope: 'markdown',
  alone: true,
  options: noOptions,
  messages: {
    mismatch:
      'The text says {labelled}, but this leads to {linked}: one of the two is a slip, and readers land at the wrong discussion. Look which one is meant, and change the other.',
  },
  *check({ minutes }) {
    const { text, path } = minutes
    const number = (label: IssueLabel, side: 'labelled' | 'linked') => Number(slice(text, label[side]))
    const labels = issueLabels(minutes)
    const wrong = labels.filter((label) => number(label, 'labelled') !== number(label, 'linked'))
    // A file in which most are "wrong" has numbers of its own: those of meetings, or of a list.
    if (wrong.length > mostSlips && wrong.length * 2 > labels.length) return
    for (const label of wrong) {
      yield {
        span: label.labelled,
        message: 'mismatch',
        data: { labelled: slice(text, label.labelled), linked: slice(text, label.linked) },
        fixes: () => fixesOf(label, text, path),
      }
    }
  },
})

const mostSlips = 2

function fixesOf({ labelled, linked, destination }: IssueLabel, text: string, path: string): Fix[] {
  const [shown, led] = [slice(text, labelled), slice(text, linked)]
  const url =
    slice(text, span(destination.start, linked.start)) + shown + slice(text, span(linked.end, destination.end))
  return [
    suggestion(`Write ${led} in the text`, path, labelled, led),
    suggestion(`Link ${shown}`, path, destination, url),
  ]
}
