import { countsOf } from '../collections.ts'
import type { SummaryAction } from './action-summary.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

/**
 * How people mark an action as done: `behind` it on its line, with what stands there, as ` (done)` or ` - ✅`; in an item `below` it, with the
 * word that they use; or by lines `through` it. A task's box is always ticked.
 */
export type DoneMark =
  | { readonly kind: 'behind'; readonly text: string }
  | { readonly kind: 'below'; readonly text: string }
  | { readonly kind: 'through' }

/** Where nobody has marked anything yet. */
const usualMark: DoneMark = { kind: 'behind', text: ' (done)' }
/** So many actions of a series tell how it marks them; where it has fewer than `fewest`, the whole repository is asked. */
const telling = 60
const fewest = 2

const behind =
  /((?:[ \t]{0,3}[,:–—-]{1,2})?[ \t]{1,3}(?:✅|☑|✔|:(?:white_|heavy_)?check_mark:|[([]?(?:done|Done|DONE|erledigt)[)\]]?)(?:[ \t]{1,2}(?:✅|☑|✔|:white_check_mark:))?)[.*_ \t]{0,6}$/
const below = /^[*_([]{0,3}(done|Done|DONE|erledigt|Erledigt|completed|resolved|closed|✅)/

/** The marks that the minutes of a series use, the most frequent first; one at least. */
export function doneMarks(path: string, repository: Repository): readonly DoneMark[] {
  const { meetings } = repository.seriesOf(path)
  const own = marksIn([...meetings].reverse().map(({ summary }) => summary))
  const all = own.length < fewest ? marksIn(repository.summaries) : own
  const counts = [...countsOf(all.map((mark) => JSON.stringify(mark)))].sort(([, a], [, b]) => b - a)
  return [...counts.map(([mark]) => JSON.parse(mark) as DoneMark), usualMark]
}

function marksIn(summaries: Iterable<Summary>): DoneMark[] {
  const marks: DoneMark[] = []
  for (const { actions } of summaries) {
    for (const action of actions) {
      const mark = action.done && !action.dropped ? markOf(action) : undefined
      if (mark && marks.push(mark) >= telling) return marks
    }
  }
  return marks
}

function markOf({ line, answer }: SummaryAction): DoneMark | undefined {
  if (answer !== undefined) {
    const word = below.exec(answer)?.[1]
    return word === undefined ? undefined : { kind: 'below', text: word }
  }
  if (/^[*_]{0,3}~~/.test(line)) return { kind: 'through' }
  const text = behind.exec(line)?.[1]
  return text === undefined ? undefined : { kind: 'behind', text }
}
