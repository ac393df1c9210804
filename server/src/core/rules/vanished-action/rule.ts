import { isAbout, wordsOfAction } from '../../repository/about-action.ts'
import { actionSummaries } from '../../repository/action-summary.ts'
import { addAction, sectionOfActions } from '../../repository/carry-over.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { actionWords, retypedActions } from '../../repository/same-action.ts'
import { lineAround } from '../../text/lines.ts'
import { shortened } from '../../text/shortened.ts'
import type { Span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule, type Subject } from '../rule.ts'

export default defineRule({
  id: 'vanished-action',
  title: 'Open action of the previous meeting that these minutes do not mention',
  severity: 'hint',
  off: true,
  fix: 'suggested',
  scope: 'minutes',
  options: noOptions,
  messages: {
    vanished:
      'Open on {day}, and neither carried nor closed here: "{action}". What no minutes carry is forgotten. Carry it over, or say that it is done.',
  },
  *check(subject) {
    const { minutes, repository } = subject
    const previous = previousMeeting(subject)
    const open = previous?.summary.actions.filter((action) => action.owners.length && !action.done) ?? []
    if (!previous || !open.length) return
    const keyOf = (handle: string) => repository.people.of(handle)?.key ?? handle.toLowerCase()
    const [before, now] = [open, actionSummaries(minutes)].map((actions) => actions.map((a) => actionWords(a, keyOf)))
    const retyped = new Set(retypedActions(before!, now!).map(({ earlier }) => open[earlier]))
    const said = linesOf(minutes.text)
    const section = sectionOfActions(minutes)
    const told = new Set<string>()
    for (const action of open) {
      const { line } = action
      const words = wordsOfAction(line)
      if (retyped.has(action) || told.has(line) || said.some((other) => isAbout(words, other))) continue
      told.add(line)
      yield {
        span: section?.heading.span ?? minutes.sections[0]?.heading.span ?? firstLine(minutes.text),
        message: 'vanished',
        data: { day: previous.day, action: shortened(line, longest) },
        fixes: () => carryOver(subject, line),
        related: { path: previous.path, message: 'Promised here' },
      }
    }
  },
})

function previousMeeting({ minutes, repository }: Subject<object>) {
  const day = repository.dayOf(minutes.path)
  return day === undefined || minutes.deck ? undefined : repository.seriesOf(minutes.path).previous(day)
}

function linesOf(text: string): ReadonlySet<string>[] {
  return (text.match(/[^\r\n]+/g) ?? []).map(wordsOfAction)
}

function firstLine(text: string): Span {
  return lineAround(text, 0)
}

const longest = 80

function carryOver({ minutes, repository }: Subject<object>, line: string): Fix[] {
  const edit = addAction(minutes, line, repository.seriesOf(minutes.path))
  return edit ? [suggestion('Carry it over', minutes.path, edit.span, edit.newText)] : []
}
