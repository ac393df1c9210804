// Measures what a person waits for, on the built command line and server.
//   npm run bench -- [FOLDER] [--json] [--profile FOLDER] [--scale N]
//   npm run bench -- handles [FOLDER] [--json]
//   npm run bench -- ledger [FOLDER] [--json]
//   npm run bench -- skeleton [FOLDER] [--json]
//   npm run bench -- draft [FOLDER] [--json]
// FOLDER holds minutes; without one, the real minutes beside the project are measured, or else the sample. With --profile, every process
// leaves a CPU profile in its folder, which costs time of its own. With --scale, a repository of N times as many meetings is made of FOLDER below out/,
// and measured. "handles" measures instead how often completion has the right people at its top,
// "ledger" how often an action is known again that later minutes carry on,
// "skeleton" how much the minutes that are made for a meeting are like those that people wrote,
// "draft" how much of real reports their drafts have.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { measureCommandLine } from './bench/command-line.ts'
import { measureDraft } from './bench/draft.ts'
import { measureServer } from './bench/editor.ts'
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
  options: { json: { type: 'boolean', default: false }, profile: { type: 'string' }, scale: { type: 'string' } },
})
const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
const alone = { handles: measureHandles, ledger: measureLedger, skeleton: measureSkeleton, draft: measureDraft }
const measureAlone = Object.hasOwn(alone, positionals[0] ?? '')
  ? alone[positionals[0] as keyof typeof alone]
  : undefined
const named = positionals[measureAlone ? 1 : 0] ?? usualFolder()
const folder = values.scale === undefined ? named : scaledFolder(named, Number(values.scale))
const { files, figures } = measureAlone?.(folder) ?? (await measureAll())
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform}`

if (values.json) {
  console.log(JSON.stringify({ folder, files, machine, figures }, undefined, 2))
} else {
  console.log(`${folder}: ${files} Markdown files. ${machine}.\n\n${tableOf(figures)}`)
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
