import { type Action, isMarked } from '../../minutes/action.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'
import { likelyOwners } from './likely-owners.ts'
import { namesSomebody } from './somebody.ts'

export default defineRule({
  id: 'unassigned-action',
  title: 'Action without an owner',
  severity: 'information',
  fix: 'suggested',
  scope: 'minutes',
  options: noOptions,
  messages: {
    unassigned:
      'This action has no owner. What everybody may do, nobody does, and who looks for their own actions does not find it. Name the one who does it.',
  },
  *check({ minutes, repository }) {
    if (!repository.habits.namesOwners) return
    for (const action of minutes.actions) {
      if (action.owner || action.done || !isMarked(minutes.text, action) || namesSomebody(action, minutes)) continue
      yield {
        span: { start: action.marker.start, end: Math.max(action.marker.end, action.text.end) },
        message: 'unassigned',
        fixes: () => [...likelyOwners(action, minutes, repository), ''].map((owner) => assign(minutes, action, owner)),
      }
    }
  },
})

/** A bare `@` is where an editor goes on with the names that it knows. */
function assign({ path }: Minutes, { marker }: Action, owner: string): Fix {
  const title = owner ? `Give it to @${owner}` : 'Insert @ for its owner'
  return suggestion(title, path, { start: marker.end, end: marker.end }, ` @${owner}`)
}
