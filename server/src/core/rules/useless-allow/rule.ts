import type { Allowance, AllowedRule } from '../../minutes/allowance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import { spanOfLine } from '../../text/delete-lines.ts'
import { lineAround } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'
import { trimEnd, trimStart } from '../../text/trim.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'useless-allow',
  title: 'Comment that allows nothing',
  severity: 'hint',
  fix: 'safe',
  scope: 'markdown',
  last: true,
  options: noOptions,
  messages: {
    unused:
      'There is nothing here that {rules} reports, and what goes wrong later would stay hidden. Remove the comment.',
    unknown: 'There is no rule {rules}, so this allows nothing. Correct the name, or remove the comment.',
    empty: 'This comment names no rule, so it allows nothing. Name one behind "minutes-allow", or remove the comment.',
  },
  *check({ minutes, idle }) {
    for (const { allowance, unused, unknown } of idle) {
      const { span, rules, hasReason } = allowance
      const fix = (named: readonly AllowedRule[], safety: Fix['safety']) => () => [
        without(minutes, allowance, named, safety),
      ]
      if (!rules.length) yield { span, message: 'empty', fixes: fix([], 'suggested') }
      if (unused.length) {
        // A reason is somebody's words.
        const safety = hasReason ? 'suggested' : 'safe'
        yield { span: unused[0]!.span, message: 'unused', data: { rules: namesOf(unused) }, fixes: fix(unused, safety) }
      }
      if (unknown.length) {
        const data = { rules: namesOf(unknown) }
        yield { span: unknown[0]!.span, message: 'unknown', data, fixes: fix(unknown, 'suggested') }
      }
    }
  },
})

/** The comment without some of its rules; without any it goes. */
function without(
  { path, text }: Minutes,
  allowance: Allowance,
  named: readonly AllowedRule[],
  safety: Fix['safety'],
): Fix {
  if (named.length === allowance.rules.length)
    return { title: 'Remove the comment', safety, edits: [edit(path, placeOf(allowance, text), '')] }
  const kept = allowance.rules.filter((rule) => !named.includes(rule))
  const list = { start: allowance.rules[0]!.span.start, end: allowance.end }
  const separator = slice(text, list).includes(',') ? ', ' : ' '
  return {
    title: `Remove ${namesOf(named)} from the comment`,
    safety,
    edits: [edit(path, list, kept.map(({ id }) => id).join(separator))],
  }
}

/** A comment with its line, or with the blanks that part it from the line's text. */
function placeOf({ span, alone }: Allowance, text: string): Span {
  if (alone) return spanOfLine(text, span.start)
  const line = lineAround(text, span.start)
  const before = trimEnd(text, { start: line.start, end: span.start }).end
  return before > line.start
    ? { start: before, end: span.end }
    : { start: span.start, end: trimStart(text, { start: span.end, end: line.end }).start }
}

function namesOf(rules: readonly AllowedRule[]): string {
  return rules.map(({ id }) => id).join(', ')
}
