// Measures what a person waits for, on the built command line and server.
//   npm run bench -- [FOLDER] [--json] [--profile FOLDER] [--scale N]
//   npm run bench -- beside [FOLDER] [--json] [--scale N] [--peers NAME,NAME]
//   npm run bench -- handles [FOLDER] [--json]
//   npm run bench -- ledger [FOLDER] [--json]
//   npm run bench -- skeleton [FOLDER] [--json]
//   npm run bench -- draft [FOLDER] [--json]
//   npm run bench -- floors [FOLDER] [--json] [--scale N]
//   npm run bench -- activation [FOLDER] [--json]
// FOLDER holds minutes; without one, the real minutes beside the project are measured, or else the sample. With --profile, every process
// leaves a CPU profile in its folder, which costs time of its own. With --scale, a repository of N times as many meetings is made of FOLDER below out/,
// and measured. "beside" measures our server in lockstep with those that npm installs into .peers/, on first use, and prints a table in Markdown;
// --peers names some of rumdl, vscode-markdown and remark. "handles" measures instead how often completion has the right people at its top,
// "ledger" how often an action is known again that later minutes carry on,
// "skeleton" how much the minutes that are made for a meeting are like those that people wrote,
// "draft" how much of real reports their drafts have,
// "floors" what the machine and V8 take of the times, whatever is made of minutes,
// "activation" how long a real VS Code, which is installed for it, takes to activate the extension.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { measureActivation } from './bench/activation.ts'
import { measureBeside } from './bench/beside/measure.ts'
import { peerNames } from './bench/beside/peers.ts'
import { tableOf as tableBeside } from './bench/beside/table.ts'
import { measureCommandLine } from './bench/command-line.ts'
import { measureDraft } from './bench/draft.ts'
import { measureServer } from './bench/editor.ts'
import type { Figure } from './bench/figure.ts'
import { measureFloors } from './bench/floors.ts'
import { measureHandles } from './bench/handles.ts'
import { measureLedger } from './bench/ledger.ts'
import { measureNoise } from './bench/noise.ts'
import { measureRename } from './bench/rename.ts'
import { measureRules } from './bench/rules.ts'
import { scaledFolder } from './bench/scaled.ts'
import { measureSkeleton } from './bench/skeleton.ts'
import { readSubject, usualFolder } from './bench/subject.ts'
import { tableOf } from './bench/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    scale: { type: 'string' },
    peers: { type: 'string', default: peerNames.join() },
  },
})
const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
const alone = {
  handles: measureHandles,
  ledger: measureLedger,
  skeleton: measureSkeleton,
  draft: measureDraft,
  floors: measureFloors,
  activation: measureActivation,
}
const measureAlone = Object.hasOwn(alone, positionals[0] ?? '')
  ? alone[positionals[0] as keyof typeof alone]
  : undefined
const isBeside = positionals[0] === 'beside'
const named = positionals[measureAlone || isBeside ? 1 : 0] ?? usualFolder()
const folder = values.scale === undefined ? named : scaledFolder(named, Number(values.scale))
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform}`
const { files, figures, table } = isBeside
  ? await measurePeers()
  : measureOurs(await (measureAlone?.(folder) ?? measureAll()))

if (values.json) {
  console.log(JSON.stringify({ folder, files, machine, figures }, undefined, 2))
} else {
  console.log(`${folder}: ${files} Markdown files. ${machine}.\n\n${table}`)
  if (process.platform !== 'linux' && !measureAlone)
    console.log('\nMemory is measured on Linux alone: other systems do not tell the peak.')
}

async function measureAll() {
  const commandLine = measureCommandLine(folder, flags)
  const subject = readSubject(folder, commandLine.faults)
  const figures = [
    await measureNoise(),
    ...commandLine.figures,
    ...measureRules(folder),
    ...(await measureServer(subject, flags)),
    ...(await measureRename(subject, flags)),
  ]
  return { files: subject.files, figures }
}

function measureOurs({ files, figures }: { files: number; figures: readonly Figure[] }) {
  return { files, figures, table: tableOf(figures) }
}

async function measurePeers() {
  const { files, peers, rows } = await measureBeside(folder, values.peers.split(',').filter(Boolean))
  const figures = rows.map((row) => ({ ...row, figures: Object.fromEntries(row.figures) }))
  return { files, figures, table: tableBeside(rows, peers) }
}
