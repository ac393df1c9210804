import * as v from 'valibot'
import { emptyItemsOf } from '../../minutes/empty-item.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type Placeholder, placeholdersOf } from '../../minutes/placeholder.ts'
import { type Span, slice } from '../../text/span.ts'
import { defineRule, type Subject } from '../rule.ts'
import { deletion, fixesOf } from './fixes.ts'
import { templateTextOf } from './template-text.ts'

/** In many houses an empty list item is a place to write into. */
const options = v.object({
  emptyItems: v.optional(
    v.pipe(
      v.picklist(['always', 'rare', 'never'], '"emptyItems" is "always", "rare" or "never".'),
      v.description(
        'Whether empty list items are reported: always, never, or only where they are rare, in at most one of 25 minutes.',
      ),
    ),
    'rare',
  ),
})

export default defineRule({
  id: 'leftover-placeholder',
  title: 'Text of the template or the pad left over',
  severity: 'information',
  fix: 'suggested',
  scope: 'markdown',
  options,
  messages: {
    notice:
      'This was for those who wrote in the pad. Whoever reads the minutes takes it for a part of them. Delete the notice.',
    end: 'What stands below this mark was left on the pad by an earlier meeting, or the mark itself was. Readers cannot tell. Delete the mark, and what is not of this meeting.',
    date: '"{text}" is the template\'s, not a date. Readers look for the day here. Fill it in, or delete the line.',
    handle: 'Nobody is named behind this "@". Readers look for a person here. Name one, or delete the line.',
    blank: '"{text}" waits to be replaced. Readers cannot tell what was meant. Replace it, or delete the line.',
    template: "This line is the template's. Readers cannot tell what was meant. Replace it, or delete it.",
    item: 'This list item is empty. Readers wonder what was lost. Fill it in, or delete it.',
  },
  *check(subject) {
    const { minutes, today } = subject
    // While the minutes are being typed the next item is empty, and the next owner is yet to be named.
    const isTyped = minutes.date?.iso === undefined || minutes.date.iso >= today
    const placeholders = placeholdersOf(minutes).filter(({ kind }) =>
      minutes.kind === 'page'
        ? kind === 'notice' && isMeetings(minutes)
        : !(isTyped && (kind === 'handle' || kind === 'blank')),
    )
    for (const placeholder of placeholders) {
      if (placeholder.kind === 'handle' && isRole(minutes, placeholder)) continue
      yield {
        span: placeholder.span,
        message: placeholder.kind,
        data: { text: slice(minutes.text, placeholder.span) },
        fixes: () => fixesOf(placeholder, subject),
      }
    }
    if (minutes.kind === 'page') return
    for (const line of templateTextOf(subject, placeholders)) {
      yield { span: line, message: 'template', fixes: () => [deletion(minutes, line)] }
    }
    for (const item of isTyped ? [] : leftoverItems(subject, subject.options.emptyItems)) {
      yield { span: item, message: 'item', fixes: () => [deletion(minutes, item)] }
    }
  },
})

function leftoverItems({ minutes, repository }: Subject<object>, when: 'always' | 'rare' | 'never'): Span[] {
  const summary = repository.summary(minutes.path)
  if (!summary?.emptyItems || when === 'never') return []
  return when === 'always' || repository.habits.leavesNoItemsEmpty(summary) ? emptyItemsOf(minutes) : []
}

/** Some minutes have no date in their names, but people. A page may tell how pads are used. */
function isMeetings({ handles }: Minutes): boolean {
  return handles.length > 1
}

/** A role without a person is for unassigned-role to tell. */
function isRole({ text }: Minutes, { line }: Placeholder): boolean {
  return /minute|protokoll|scribe|report|moderat|present|note|chair|facilitat|taker|schrift|leitung|host|lead/i.test(
    slice(text, line),
  )
}
