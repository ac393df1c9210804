import { appendFileSync, cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import type { Span } from '../../server/src/core/text/span.ts'
import { removeTemporary } from '../temporary.mjs'
import { Document } from './document.ts'
import { type Figure, repeated, timed, timesFigure } from './figure.ts'
import { Server } from './server.ts'
import { minutesIn, type Subject, uriIn } from './subject.ts'

const requests = 100
const linkers = 30
const prepareGoal = { value: 'p95', atMost: 5 } as const
const renameGoal = { value: 'p95', atMost: 10 } as const

/** Times of new names, each asked for right after a keystroke: of the largest file, which thirty others link, and of what stands in it. */
export async function measureRename(subject: Subject, flags: readonly string[]): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-bench-'))
  cpSync(subject.folder, folder, { recursive: true })
  const target = subject.largest.path
  const others = minutesIn(folder).filter(({ path }) => path !== target)
  for (const { path } of others.slice(-linkers)) appendFileSync(join(folder, path), `\n[all](/${encodeURI(target)})\n`)
  const largest = readMinutes(target, readFileSync(join(folder, target), 'utf8'))
  const server = new Server([process.execPath, ...flags, 'dist/server.js', '--stdio'])
  try {
    await server.initialize(uriIn(folder))
    const document = new Document(server.connection, uriIn(folder, target), largest)
    await server.refreshed
    return [await moves(server, document, folder, target), ...(await names(document, largest))]
  } finally {
    await server.stop()
    await removeTemporary(folder)
  }
}

function moves(server: Server, document: Document, folder: string, path: string): Promise<Figure> {
  const files = [{ oldUri: uriIn(folder, path), newUri: uriIn(folder, `new name of ${path.replaceAll('/', ' ')}`) }]
  const ask = () => server.connection.sendRequest(lsp.WillRenameFilesRequest.type, { files })
  return figure(`move of a file that ${linkers} files link`, document, ask, renameGoal)
}

async function names(document: Document, minutes: Minutes): Promise<Figure[]> {
  const { facts, handles } = minutes
  const [heading] = facts.headings
  const counts = new Map<string, Span[]>()
  for (const { name, span } of handles) counts.set(name, [...(counts.get(name) ?? []), span])
  const [[handle] = []] = [...counts.values()].sort((a, b) => b.length - a.length)
  const figures: Figure[] = []
  for (const [what, span, newName] of [
    ['heading', heading?.content, 'Another title'],
    ['handle', handle, 'another-handle'],
  ] as const) {
    if (!span) continue
    const position = positionOf(span, minutes)
    figures.push(
      await figure(`name of a ${what}`, document, () => document.prepareRename(position), prepareGoal),
      await figure(`new name of a ${what}`, document, () => document.rename(position, newName)),
    )
  }
  return figures
}

async function figure(
  work: string,
  document: Document,
  ask: () => Promise<unknown>,
  goal?: Figure['goal'],
): Promise<Figure> {
  const stroke = () =>
    timed(
      () => {
        void document.type()
        return ask()
      },
      (answer) => (answer as lsp.WorkspaceEdit | null)?.documentChanges?.length ?? 1,
    )
  return timesFigure(`keystroke → ${work}`, await repeated(requests, stroke), 'files', goal)
}

function positionOf({ start }: Span, { text }: Minutes): lsp.Position {
  const lines = new LineIndex(text)
  const line = lines.lineAt(start)
  return { line, character: start + 1 - lines.start(line) }
}
