import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { measureAnswers } from './answers.ts'
import { Document } from './document.ts'
import { type Figure, type Sample, timesFigure } from './figure.ts'
import { Server } from './server.ts'
import { statisticsOf } from './statistics.ts'
import { type Subject, uriIn } from './subject.ts'

const starts = 5
const startGoal = { value: 'median', atMost: 200 } as const
const memoryGoal = { value: 'max', atMost: 100 } as const

/** Times and memory of the server, as an editor sees them. Every start is a process of its own; the last one then answers. */
export async function measureServer(subject: Subject, flags: readonly string[]): Promise<Figure[]> {
  const command = [process.execPath, ...flags, 'dist/server.js', '--stdio']
  const begun = [await start(command, subject)]
  while (begun.length < starts) {
    await begun.at(-1)!.server.stop()
    begun.push(await start(command, subject))
  }
  const { server, open } = begun.at(-1)!
  const onceRead = memory('memory, repository read', server)
  const answers = await measureAnswers(subject, open)
  const atEnd = memory('memory, at the end', server)
  await server.stop()
  const times = (of: 'initialized' | 'first' | 'complete') => begun.map((one) => one[of])
  return [
    timesFigure('start → initialize answered', times('initialized')),
    timesFigure('start → findings of the text alone', times('first'), 'findings', startGoal),
    timesFigure('start → findings of the largest file, repository read', times('complete'), 'findings'),
    ...answers,
    ...onceRead,
    ...atEnd,
  ]
}

interface Start {
  readonly server: Server
  /** Opens a file, once. */
  readonly open: (minutes: Minutes) => Document
  readonly initialized: Sample
  readonly first: Sample
  readonly complete: Sample
}

/** Starts a server and opens the largest file, as an editor does that was left with it open. */
async function start(command: readonly string[], { folder, largest }: Subject): Promise<Start> {
  const begin = performance.now()
  const sample = (count: number): Sample => ({ milliseconds: performance.now() - begin, count })
  const server = new Server(command)
  await server.initialize(uriIn(folder))
  const initialized = sample(0)
  const open = opener(server, folder)
  const first = sample((await open(largest).findings()).length)
  await server.refreshed
  const findings = await open(largest).findings()
  return { server, open, initialized, first, complete: sample(findings.length) }
}

function opener({ connection }: Server, folder: string): Start['open'] {
  const documents = new Map<string, Document>()
  return (minutes) => {
    const known = documents.get(minutes.path)
    if (known) return known
    const document = new Document(connection, uriIn(folder, minutes.path), minutes)
    documents.set(minutes.path, document)
    return document
  }
}

/** The peak of the process so far. */
function memory(work: string, server: Server): Figure[] {
  const bytes = server.peakBytes
  return bytes === undefined ? [] : [{ work, unit: 'MB', values: statisticsOf([bytes / 1e6]), goal: memoryGoal }]
}
