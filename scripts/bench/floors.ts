import { execFileSync } from 'node:child_process'
import type { Figure } from './figure.ts'
import { statisticsOf } from './statistics.ts'
import { pathsIn } from './subject.ts'

export type Floor =
  | 'texts'
  | 'facts'
  | 'repository'
  | 'keystrokes'
  | 'keystrokes after a pause'
  | 'keystrokes after other work'

const runs = 5

/**
 * What a machine and V8 take of the goals, whatever is made of minutes: the same work once in a new process and again in one that has done it
 * before, and keystrokes one after the other and after a pause. Nothing of it knows LSP.
 */
export function measureFloors(folder: string): { readonly files: number; readonly figures: Figure[] } {
  const each = (floor: Floor) => Array.from({ length: runs }, () => timesOf(floor, folder))
  const readings = each('repository')
  const first = (times: readonly number[][]) => times.map((run) => run[0]!)
  // The first half is that of code which has not run often enough yet.
  const later = (floor: Floor) => each(floor).flatMap((run) => run.slice(run.length / 2))
  const keystroke = 'keystroke in the largest file → findings, without messages'
  return {
    files: pathsIn(folder).length,
    figures: [
      figure('all texts listed and read, in a new process', first(each('texts'))),
      figure('… and skimmed, of which nothing is kept', first(each('facts'))),
      figure('repository read, in a new process', first(readings)),
      figure(
        'repository read, the fifth time in a process',
        readings.map((run) => run.at(-1)!),
      ),
      figure(`${keystroke}, one after the other`, later('keystrokes')),
      figure('… 15 ms after the last one', later('keystrokes after a pause')),
      figure('… after 15 ms in which the processor counts', later('keystrokes after other work')),
    ],
  }
}

function figure(work: string, milliseconds: readonly number[]): Figure {
  return { work, unit: 'ms', values: statisticsOf(milliseconds) }
}

function timesOf(floor: Floor, folder: string): number[] {
  return JSON.parse(
    execFileSync(process.execPath, ['out/scripts/bench/floor.mjs', floor, folder], { encoding: 'utf8' }),
  )
}
