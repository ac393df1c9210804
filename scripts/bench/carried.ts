import { readFileSync } from 'node:fs'
import { saidIn } from '../../server/src/core/authoring/ledger/said.ts'
import { threadsOf } from '../../server/src/core/authoring/ledger/threads.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'

/** Two places of actions, each as `PATH:LINE`, of which a person who read both minutes said whether they are one action. */
export interface Labels {
  /** The later one is the next minutes that carry the earlier one on, as an action or in other words. All of them, as far as anybody saw. */
  readonly carried: readonly (readonly [earlier: string, later: string])[]
  /** They look alike, and are two. */
  readonly others: readonly (readonly [string, string])[]
}

/** What the ledger makes of labelled minutes. */
export interface Recognition {
  /** The labels that it has. */
  readonly recognised: readonly string[]
  readonly missed: readonly string[]
  /** Pairs that it takes for one action and nobody labelled so. */
  readonly wrong: readonly string[]
  /** Labels whose two actions it does not tell apart. */
  readonly confused: readonly string[]
}

export const labelsFile = 'test/laws/carried-actions.json'

export function readLabels(): Labels {
  return JSON.parse(readFileSync(labelsFile, 'utf8')) as Labels
}

export function recognitionOf(repository: Repository, { carried, others }: Labels): Recognition {
  const keyOf = (handle: string) => handle.toLowerCase()
  const threads = repository.seriesFolders.flatMap((folder) =>
    threadsOf(repository.series(folder)!.meetings, (summary) => saidIn(summary, keyOf), keyOf).map((thread) =>
      thread.mentions.map(({ path, said }) => {
        const line = repository.summary(path)!.lines.lineAt(said.action.marker.start) + 1
        return `${path}:${line}`
      }),
    ),
  )
  const found = new Set(threads.flatMap((places) => places.slice(1).map((place, at) => `${places[at]} ${place}`)))
  const threadOf = new Map(threads.flatMap((places, at) => places.map((place) => [place, at] as const)))
  const labelled = new Set(carried.map((pair) => pair.join(' ')))
  const isTold = ([a, b]: readonly [string, string]) => threadOf.has(a) && threadOf.has(b)
  return {
    recognised: [...labelled].filter((pair) => found.has(pair)),
    missed: [...labelled].filter((pair) => !found.has(pair)),
    wrong: [...found].filter((pair) => !labelled.has(pair)),
    confused: others
      .filter((pair) => !isTold(pair) || threadOf.get(pair[0]) === threadOf.get(pair[1]))
      .map((pair) => pair.join(' ')),
  }
}
