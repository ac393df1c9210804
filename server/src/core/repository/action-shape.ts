import { countsOf } from '../collections.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

/** How people write an action that has an owner: `_AI @x: …_` is `{ emphasis: '_', word: 'AI', gap: ' ', behind: ': ' }`. */
export interface ActionShape {
  /** Around all of it. */
  readonly emphasis: string
  readonly word: string
  /** Between the word and the `@`. */
  readonly gap: string
  /** Between the owner and what is to be done. */
  readonly behind: string
}

/** So many actions of a series tell how it writes them; where it has fewer than `fewest`, the whole repository is asked. */
const telling = 60
const fewest = 3
/** Anything may be written so once. */
const fewestAlike = 2

const handle = '@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,60}[\\p{L}\\p{N}])?'
const written = new RegExp(
  `(?:^|\\s)([*_]{0,3})(AIs?|A(?:CTION|ction)(?:[ ](?:ITEM|Item|item))?|action item|TODO|ToDo|Todo|todo|A(?:UFGABE|ufgabe))(:?)[ \\t]{1,2}${handle}(?:(?:[ ]?[,&/][ ]?|[ ](?:and|und)[ ])${handle}){0,9}(?:(:)[ \\t]|[ \\t]{1,2}(-)[ \\t]|[ \\t])(?=\\S)`,
  'u',
)

/** The shapes of the actions with owners in minutes of a series, the most frequent first. */
export function actionShapes(path: string, repository: Repository): ActionShape[] {
  const { meetings } = repository.seriesOf(path)
  const own = shapesIn([...meetings].reverse().map(({ summary }) => summary))
  const all = own.length < fewest ? shapesIn(repository.summaries) : own
  const counts = [...countsOf(all.map((shape) => JSON.stringify(shape)))].sort(([, a], [, b]) => b - a)
  return counts.flatMap(([shape, count]) => (count >= fewestAlike ? [JSON.parse(shape) as ActionShape] : []))
}

function shapesIn(summaries: Iterable<Summary>): ActionShape[] {
  const shapes: ActionShape[] = []
  for (const { actions } of summaries) {
    for (const { line, owners } of actions) {
      const shape = owners.length ? shapeOf(line) : undefined
      if (shape && shapes.push(shape) >= telling) return shapes
    }
  }
  return shapes
}

/** The shape of a line; `undefined` where the owner does not stand between the word and what is to be done. */
function shapeOf(line: string): ActionShape | undefined {
  const match = written.exec(line)
  if (!match) return undefined
  const [, emphasis, word, colon, behind, dash] = match
  return {
    emphasis: emphasis && line.trimEnd().endsWith(emphasis) ? emphasis : '',
    word: word!,
    gap: colon ? ': ' : ' ',
    behind: behind ? ': ' : dash ? ' - ' : ' ',
  }
}
