// Takes the times of one part of what the server does, of which `floors.ts` tells the names, and prints them: a JSON list of milliseconds. It
// runs in a process of its own, because code is faster once it has run.
import { basename } from 'node:path'
import { isMinutesFile } from '../../server/src/core/minutes/minutes.ts'
import { skim } from '../../server/src/core/syntax/skim.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { systemClock } from '../../server/src/node/clock.ts'
import { DiskFiles } from '../../server/src/node/files.ts'
import { tuneForServer } from '../../server/src/node/v8.ts'
import type { Floor } from './floors.ts'
import { readSubject } from './subject.ts'

tuneForServer()

const readings = 5
const keystrokes = 400
const typed = 'a word that is typed '
const pauseMilliseconds = 15

const [name, folder] = process.argv.slice(2) as [Floor, string]
const log = { info: () => {}, warn: () => {} }
const files = new DiskFiles(folder, log)
const floors: Readonly<Record<Floor, () => readonly number[]>> = {
  texts: () => [timeOf(() => texts().length)],
  facts: () => [timeOf(() => texts().map((text) => skim(text).headings.length))],
  repository: () => Array.from({ length: readings }, () => timeOf(() => readWorkspace())),
  keystrokes: () => strokes(() => {}),
  'keystrokes after a pause': () => strokes(pause),
  'keystrokes after other work': () => strokes(work),
}
console.log(JSON.stringify(floors[name]()))

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function texts(): string[] {
  return [...files.list()].filter(isMinutesFile).map((path) => files.read(path) ?? '')
}

function readWorkspace(): Workspace {
  const workspace = new Workspace({ files, clock: systemClock, log, folderName: basename(folder) })
  for (const _ of workspace.read());
  return workspace
}

/** Types words into the middle of the largest file and takes them away again, and asks for the findings after each keystroke. */
function strokes(before: () => void): number[] {
  const workspace = readWorkspace()
  const { path, text } = readSubject(folder, []).largest
  const middle = text.indexOf('\n', text.length / 2)
  return Array.from({ length: keystrokes }, (_, at) => {
    const step = at % (2 * typed.length)
    const length = step < typed.length ? step + 1 : 2 * typed.length - step - 1
    const now = text.slice(0, middle) + typed.slice(0, length) + text.slice(middle)
    before()
    return timeOf(() => {
      workspace.edit(path, now)
      workspace.check(workspace.minutes(path)!)
    })
  })
}

/** As between two keystrokes, but shorter: the processor has nothing to do, or something for others. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds)
}

/** The processor is not idle either, and touches no memory. */
function work(): void {
  const end = performance.now() + pauseMilliseconds
  while (performance.now() < end);
}
