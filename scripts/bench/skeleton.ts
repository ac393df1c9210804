import { openActions } from '../../server/src/core/authoring/new-minutes/carried-actions.ts'
import { newMinutes } from '../../server/src/core/authoring/new-minutes/new-minutes.ts'
import { unitsOf } from '../../server/src/core/authoring/new-minutes/units.ts'
import { countsOf } from '../../server/src/core/collections.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { slice } from '../../server/src/core/text/span.ts'
import type { Figure, Goal } from './figure.ts'
import { emptyWorkspace, inOrder } from './handles.ts'
import { statisticsOf } from './statistics.ts'
import { minutesIn } from './subject.ts'

/** Minutes that were made from those before them, beside those that people wrote. */
interface Pair {
  readonly made: Minutes
  readonly real: Minutes
  readonly previous: Minutes
  /** All minutes of the series before the previous ones. */
  readonly earlier: readonly Minutes[]
  /** The lines of the open actions of the previous ones. */
  readonly actions: readonly string[]
}

/**
 * How much the minutes that are made for each meeting of a folder are like those that people wrote, when only the files before are known.
 *
 * A skeleton line is a heading, or the label of a line that says who does what; the same one is the same word for word, its date too. A line of
 * prose is a line of the previous minutes that no minutes before them have, whatever their dates, and that is no skeleton line, no participant
 * and no open action.
 */
export function measureSkeleton(folder: string): { readonly files: number; readonly figures: Figure[] } {
  const files = inOrder(minutesIn(folder))
  const { repository } = emptyWorkspace()
  const known = new Map<string, Minutes>()
  const pairs: Pair[] = []
  for (const real of files) {
    const pair = pairFor(real, repository, known)
    if (pair) pairs.push(pair)
    known.set(real.path, real)
    repository.set(summarise(real))
  }
  const made = pairs.flatMap(({ made }) => skeletonLines(made))
  const right = pairs.flatMap(({ made, real }) => inBoth(skeletonLines(made), skeletonLines(real)))
  const standing = pairs.flatMap(({ real, previous }) => inBoth(skeletonKeys(previous), skeletonKeys(real)))
  const found = pairs.flatMap(({ made, real, previous }) =>
    inBoth(skeletonKeys(made), inBoth(skeletonKeys(previous), skeletonKeys(real))),
  )
  const left = pairs.flatMap(proseLeft)
  const sure = { value: 'median', atLeast: 80 } as const
  const none = { value: 'max', atMost: 0 } as const
  return {
    files: files.length,
    figures: [
      share('skeleton lines made that the next minutes have', right, made, 'lines', sure),
      share('lines of both the last and the next skeleton that are made', found, standing, 'lines'),
      share(
        'lines left of the previous meeting’s prose',
        left,
        pairs.flatMap(({ previous }) => textLines(previous)),
        'lines',
        none,
      ),
      share(
        'same path as the next minutes',
        pairs.filter(({ made, real }) => made.path === real.path),
        pairs,
        'pairs',
      ),
    ],
  }
}

function pairFor(real: Minutes, repository: Repository, known: ReadonlyMap<string, Minutes>): Pair | undefined {
  const series = repository.seriesOf(real.path)
  const day = real.date!.iso!
  const made = newMinutes({ folder: series.folder, day, today: day }, repository, (path) => known.get(path))
  if ('refused' in made) return undefined
  const before = series.meetings.filter((meeting) => meeting.day < day).map(({ path }) => known.get(path)!)
  const previous = before.at(-1)!
  return {
    made: readMinutes(made.path, made.text),
    real,
    previous,
    earlier: before.slice(0, -1),
    actions: openActions(previous, made.path, repository).flatMap((action) => action.split('\n')),
  }
}

function skeletonLines({ text, facts, roles }: Minutes): string[] {
  const labels = roles.filter(({ heading }) => !heading).map(({ label }) => label)
  return [...facts.headings.map(({ span }) => span), ...labels].map((span) => slice(text, span))
}

function skeletonKeys(minutes: Minutes): string[] {
  const units = unitsOf(minutes).filter(({ kind }) => kind === 'title' || kind === 'heading' || kind === 'role')
  return units.map(({ key }) => key)
}

function proseLeft({ made, previous, earlier, actions }: Pair): string[] {
  const standing = new Set(earlier.flatMap((minutes) => unitsOf(minutes).map(({ key }) => key)))
  const told = new Set(['title', 'heading', 'role', 'participants', 'label', 'minutes-line', 'break', 'frame'])
  const prose = unitsOf(previous).filter(({ kind, key }) => !told.has(kind) && !standing.has(key))
  // Whoever took the last minutes may stand among the participants.
  const written = new Set(unitsOf(made).flatMap(({ kind, text }) => (kind === 'participants' ? [] : text.trim())))
  return prose
    .map(({ text }) => text.trim())
    .filter((line) => written.has(line) && !actions.some((action) => line.includes(action)))
}

function textLines({ text }: Minutes): string[] {
  return text.split(/\r\n?|\n/).flatMap((line) => line.trim() || [])
}

/** What two lists have in common, as often as both have it. */
function inBoth(some: readonly string[], others: readonly string[]): string[] {
  const left = countsOf(others)
  return some.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count > 0
  })
}

function share(work: string, some: readonly unknown[], all: readonly unknown[], of: string, goal?: Goal): Figure {
  const values = statisticsOf([(100 * some.length) / all.length])
  return { work, unit: '%', values, results: { least: all.length, most: all.length, of }, ...(goal && { goal }) }
}
