import type { Action } from '../../minutes/action.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { edit } from '../../repository/fix.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'swapped-action',
  title: 'Action marker and owner swapped',
  severity: 'warning',
  fix: 'safe',
  scope: 'minutes',
  alone: true,
  options: noOptions,
  messages: {
    swapped:
      '"@AI" is not {name}: a forge shows it as a stranger\'s name, and nobody owns this action. Write the marker first: AI @{name}.',
  },
  *check({ minutes }) {
    const actions = minutes.actions.filter((action) => action.swapped)
    // Whoever has the word behind "@AI" for a handle: the minutes name them so elsewhere.
    const known = new Set(actions.length ? minutes.handles.map(({ name }) => name.toLowerCase()) : [])
    for (const action of actions) {
      const [name] = action.owners
      if (!name || !known.has(name.toLowerCase())) continue
      const span = { start: action.marker.start, end: action.owner!.end }
      yield {
        span,
        message: 'swapped',
        data: { name },
        fixes: () => [
          { title: `Write AI @${name}`, safety: 'safe', edits: [edit(minutes.path, span, swapped(minutes, action))] },
        ],
      }
    }
  },
})

function swapped({ text }: Minutes, { marker, owner }: Action): string {
  return `AI${text.slice(marker.end, owner!.start)}@${text.slice(owner!.start, owner!.end)}`
}
