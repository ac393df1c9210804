// Lets somebody edit at random, over LSP, for as long as one likes, and prints whether the server stays as it was.
//   npm run soak -- [FOLDER] [--minutes N] [--scale N] [--seed N]
// FOLDER holds minutes; without one, the real minutes beside the project are edited, or else the sample. What is edited is a repository of N
// times as many meetings, ten by default, which is made of it below out/. Then a server that is started then is edited with for a sixth of the
// time: more memory than that one takes is what the first has not given back, not what has been typed. What each of both still holds in the end,
// when all is collected that nobody needs, tells whether that is the server's or V8's. Ends with 1 when the server has told of errors, or does not
// know in the end what the other one knows.
import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import * as lsp from 'vscode-languageserver-protocol/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { randomFrom } from '../test/support/random.ts'
import { scaledFolder } from './bench/scaled.ts'
import { Server } from './bench/server.ts'
import { uriIn, usualFolder } from './bench/subject.ts'
import { Disk } from './soak/disk.ts'
import { Journal, megabytes } from './soak/journal.ts'
import { Person } from './soak/person.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '5' },
    scale: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20250312' },
  },
})
const folder = scaledFolder(positionals[0] ?? usualFolder(), Number(values.scale))
const random = randomFrom(Number(values.seed))
const disk = new Disk(folder, random)
const errors: string[] = []
const server = await started(errors)
const journal = new Journal(errors)
const person = new Person(server.connection, folder, disk, journal, random)
const milliseconds = Number(values.minutes) * 60_000
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform}`
console.log(`${folder}: ${disk.paths.length} Markdown files, seed ${values.seed}. ${machine}.`)

await edited(person, server, journal, milliseconds)
console.log(`\n${journal.report()}`)
console.log(await heldBy(server))

const laterErrors: string[] = []
const another = await started(laterErrors)
for (const textDocument of person.documents.map(item)) {
  await another.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
}
for (const { uri } of person.documents) assert.deepEqual(await findingsOf(server, uri), await findingsOf(another, uri))
console.log(`A server that is started now finds the same in the ${person.documents.length} documents that are open.`)
await server.stop()
for (const { uri } of person.documents) {
  await another.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } })
}
const afterwards = new Journal(laterErrors)
await edited(new Person(another.connection, folder, disk, afterwards, random), another, afterwards, milliseconds / 6)
console.log(`\nThat server, when it has been edited with:\n${afterwards.report()}`)
console.log(await heldBy(another))
await another.stop()
if (errors.length + laterErrors.length) process.exitCode = 1

/** Edits for so many milliseconds. */
async function edited(person: Person, server: Server, journal: Journal, milliseconds: number): Promise<void> {
  const everyMilliseconds = 5_000
  let next = everyMilliseconds
  while (journal.elapsed < milliseconds) {
    await person.act()
    if (journal.elapsed < next) continue
    next += everyMilliseconds
    journal.remember(server.residentBytes)
    process.stderr.write(`\r${journal.count} operations`)
  }
  journal.remember(server.residentBytes)
}

/** A server that has read the repository. What it logs as an error or warning is added to a list. */
async function started(errors: string[]): Promise<Server> {
  const collecting = ['--expose-gc', '--import', './scripts/soak/collect.mjs']
  const server = new Server([process.execPath, ...collecting, 'dist/server.js', '--stdio'], { channel: 'ipc' })
  server.connection.onNotification(lsp.LogMessageNotification.type, ({ type, message }) => {
    if (type <= lsp.MessageType.Warning) errors.push(message)
  })
  await server.initialize(uriIn(folder))
  await server.refreshed
  return server
}

/** Tells how much memory a server has when it has given back what nobody needs. */
async function heldBy(server: Server): Promise<string> {
  const { heapUsed, rss } = await server.collected()
  return `When all is collected that nobody needs, its heap holds ${megabytes(heapUsed)} MB, and its memory (RSS) is ${megabytes(rss)} MB.`
}

function item(document: TextDocument): lsp.TextDocumentItem {
  return { uri: document.uri, languageId: document.languageId, version: document.version, text: document.getText() }
}

async function findingsOf({ connection }: Server, uri: string): Promise<lsp.Diagnostic[]> {
  const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } })
  return report.kind === 'full' ? report.items : []
}
