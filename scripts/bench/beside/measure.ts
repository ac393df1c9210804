import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { removeTemporary } from '../../temporary.mjs'
import type { Document } from '../document.ts'
import { env } from '../environment.ts'
import { type Sample, timed } from '../figure.ts'
import { statisticsOf } from '../statistics.ts'
import { Contestant } from './contestant.ts'
import { goalsOf } from './goals.ts'
import { lockstep, rowOf } from './lockstep.ts'
import { type Peer, peersNamed } from './peers.ts'
import { type Probe, probeOf, pull } from './probe.ts'
import type { Row } from './row.ts'

const starts = 3
const keystrokes = 100
const requests = 50
const bursts = 5
const strokesOfABurst = 40
const strokeMilliseconds = 25
const pulls = 5
const checks = 3
/** So long is waited for a repository to be read. */
const patience = 1_200_000
const patienceWithPulls = 20_000

/** Ours and its peers in one run, on a copy of a folder. */
export async function measureBeside(
  folder: string,
  names: readonly string[],
): Promise<{ readonly files: number; readonly peers: readonly string[]; readonly rows: readonly Row[] }> {
  const peers = peersNamed(names)
  const into = mkdtempSync(join(tmpdir(), 'minutes-beside-'))
  try {
    const probe = probeOf(folder, into)
    const { contestants, rows } = await measureStarts(peers, probe)
    rows.push(...(await measureTyping(contestants, probe)), ...(await measureReading(contestants, probe)))
    rows.push(await measurePulls(contestants, probe), ...resources(contestants, probe))
    for (const contestant of contestants) await contestant.stop()
    rows.push(measureChecks(peers, probe))
    return { files: probe.files, peers: peers.map(({ name }) => name), rows }
  } finally {
    await removeTemporary(into)
  }
}

/** Every start is a process of its own; the last one of each server stays. */
async function measureStarts(
  peers: readonly Peer[],
  probe: Probe,
): Promise<{ contestants: Contestant[]; rows: Row[] }> {
  const { largest, everywhere, files, folder } = probe
  const [first, complete] = [new Map<string, Sample[]>(), new Map<string, Sample[]>()]
  const contestants: Contestant[] = []
  for (let start = 0; start < starts; start += 1) {
    for (const peer of peers) {
      const begin = performance.now()
      const sample = (count: number): Sample => ({ milliseconds: performance.now() - begin, count })
      const contestant = await Contestant.start(peer, folder)
      const findings = await contestant.findings(contestant.open(largest))
      add(first, peer.name, sample(findings.length))
      if (contestant.finds) {
        const found = await contestant.findAll(everywhere.query, everywhere.count, patience)
        add(complete, peer.name, sample(found))
      }
      if (start < starts - 1) await contestant.stop()
      else contestants.push(contestant)
    }
  }
  const rows = [
    rowOf('start → first diagnostics of the open file', first, 'findings', 'start', files),
    rowOf(
      `start → repository read, all ${everywhere.count} headings of a name found`,
      complete,
      'headings',
      'complete',
      files,
    ),
  ]
  return { contestants, rows }
}

async function measureTyping(contestants: readonly Contestant[], { largest, files }: Probe): Promise<Row[]> {
  const size = Math.round(largest.text.length / 1000)
  const keystroke = lockstep(
    {
      work: `keystroke in the largest file, ${size} KB → diagnostics`,
      goal: 'keystroke',
      of: 'findings',
      times: keystrokes,
    },
    contestants,
    files,
    (contestant) => {
      const document = contestant.open(largest)
      return timed(() => after(document, () => contestant.findings(document)), countOf)
    },
  )
  const rows = [await keystroke]
  const work = `${strokesOfABurst} keystrokes, one every ${strokeMilliseconds} ms: the last → its diagnostics`
  rows.push(
    await lockstep({ work, goal: 'burst', of: 'findings', times: bursts }, contestants, files, (contestant) =>
      burst(contestant, contestant.open(largest)),
    ),
  )
  for (const [typed, of] of [
    ['[text](', 'paths and URLs'],
    ['@', 'people'],
  ] as const) {
    rows.push(
      await lockstep(
        { work: `completion after \`${typed}\``, goal: 'answer', of, times: requests },
        contestants,
        files,
        (contestant) => {
          const document = contestant.open(largest)
          return unlessUnable(timed(() => document.completionsBehind(typed), countOf))
        },
      ),
    )
  }
  return rows
}

/** Somebody types and does not wait; an editor asks after each keystroke. */
async function burst(contestant: Contestant, document: Document): Promise<Sample> {
  const answers: Promise<unknown>[] = []
  for (let stroke = 1; stroke < strokesOfABurst; stroke += 1) {
    void document.type()
    answers.push(contestant.findings(document))
    await setTimeout(strokeMilliseconds)
  }
  const last = await timed(() => after(document, () => contestant.findings(document)), countOf)
  await Promise.all(answers)
  return last
}

/** What is asked when nothing has changed since the last answer. */
async function measureReading(contestants: readonly Contestant[], probe: Probe): Promise<Row[]> {
  const { largest, link, everywhere, files } = probe
  const asked: readonly (readonly [
    work: string,
    of: string,
    ask: (document: Document, at: lsp.Position) => Promise<unknown>,
  ])[] = [
    ['hover over a link', 'texts', (document, at) => document.hover(at)],
    ['definition of a link', 'places', (document, at) => document.definition(at)],
    [`references of a file that ${everywhere.count} files link`, 'places', (document, at) => document.references(at)],
    ['links of the file', 'links', (document) => document.links()],
  ]
  const rows: Row[] = []
  for (const [work, of, ask] of asked) {
    rows.push(
      await lockstep({ work, goal: 'answer', of, times: requests }, contestants, files, async (contestant) => {
        const document = contestant.open(largest)
        await after(document, () => contestant.findings(document))
        return unlessUnable(timed(() => ask(document, link), countOf))
      }),
    )
  }
  const able = contestants.filter(({ server }) => server.capabilities.workspaceSymbolProvider)
  const work = 'workspace symbols by name'
  rows.push(
    await lockstep({ work, goal: 'symbols', of: 'symbols', times: requests }, able, files, (contestant) =>
      timed(
        () => contestant.find(everywhere.query),
        (found) => found,
      ),
    ),
  )
  return rows
}

/** Until the headings of all changed files are found by name, and the findings of the open document are those of now. */
function measurePulls(contestants: readonly Contestant[], probe: Probe): Promise<Row> {
  const { pulled, files, largest } = probe
  const work = `${pulled.length} files changed at once → all of it fresh`
  const able = contestants.filter(({ finds }) => finds)
  return lockstep({ work, goal: 'pull', of: 'headings', times: pulls }, able, files, async (contestant, at) => {
    // No title is part of another one.
    const title = `Lighthouse pull ${String.fromCharCode(97 + at)} of ${contestant.name}`
    pull(probe, title)
    return timed(
      async () => {
        await contestant.changed(pulled)
        const found = await contestant.findAll(title, pulled.length, patienceWithPulls)
        await contestant.findings(contestant.open(largest))
        return found
      },
      (found) => found,
    )
  })
}

function resources(contestants: readonly Contestant[], { files }: Probe): Row[] {
  const one = (value: number | undefined) => (value === undefined ? [] : [{ values: statisticsOf([value]) }])
  const of = (value: (contestant: Contestant) => number | undefined) =>
    new Map(
      contestants.flatMap((contestant) => one(value(contestant)).map((figure) => [contestant.name, figure] as const)),
    )
  return [
    {
      work: 'memory, peak',
      unit: 'MiB',
      figures: of(({ server }) => server.peakBytes && server.peakBytes / 2 ** 20),
      goals: goalsOf('memory', files),
    },
    {
      work: 'processor time of all of the above',
      unit: 's',
      figures: of(({ server }) => server.processorSeconds),
      goals: [],
    },
  ]
}

function measureChecks(peers: readonly Peer[], { folder, files }: Probe): Row {
  const samples = new Map<string, Sample[]>()
  for (let run = 0; run < checks; run += 1) {
    for (const { name, check } of peers) if (check) add(samples, name, checked(check(folder)))
  }
  return rowOf('whole repository checked by the command line', samples, 'findings', 'check', files)
}

function checked([program, ...args]: readonly string[]): Sample {
  const start = performance.now()
  const { stdout, status, error } = spawnSync(program!, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const milliseconds = performance.now() - start
  // Findings make the status 1.
  if (error || status === null || status > 1) throw error ?? new Error(`${program} ${args.join(' ')} failed.`)
  const report = JSON.parse(stdout) as readonly unknown[] | { findings: readonly unknown[] }
  return { milliseconds, count: 'findings' in report ? report.findings.length : report.length }
}

/** What is asked after a keystroke, without waiting in between. */
function after<Answer>(document: Document, ask: () => Promise<Answer>): Promise<Answer> {
  void document.type()
  return ask()
}

/** A server answers with an error what it cannot do. */
async function unlessUnable(sample: Promise<Sample>): Promise<Sample | undefined> {
  try {
    return await sample
  } catch {
    return undefined
  }
}

function countOf(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : answer ? 1 : 0
}

function add(samples: Map<string, Sample[]>, name: string, sample: Sample): void {
  samples.set(name, [...(samples.get(name) ?? []), sample])
}
