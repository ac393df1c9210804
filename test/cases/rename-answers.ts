import assert from 'node:assert/strict'
import { renamableAt, renamedAt } from '../../server/src/core/ide/rename/rename.ts'
import type { Refusal, Renaming } from '../../server/src/core/ide/rename/renaming.ts'
import { type Moves, movedPath } from '../../server/src/core/repository/moves.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { leadsOf, movesIn, movesOf, renameHost, type Texts, textsAfter } from '../support/renaming.ts'
import type { Fence } from './document.ts'
import { nothing, readWorkspace, type Stage, type StagedFile } from './stage.ts'

/** What an editor shows of names, and what new ones change. */
export const renameAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  renamable: ({ workspace }, file) => {
    const found = renamableAt(placeOf(workspace, file), (path) => workspace.minutes(path))
    if (!found) return nothing
    if ('refused' in found) return refusal(found)
    const lines = new LineIndex(file.text)
    const line = lines.span(lines.lineAt(found.span.start))
    const carets = '^'.repeat(found.span.end - found.span.start)
    return `${slice(file.text, line)}\n${' '.repeat(found.span.start - line.start)}${carets} ${found.name}\n`
  },
  rename: (stage, file, { words, values }) => {
    const { workspace, texts } = stage
    const found = renamedAt(placeOf(workspace, file), values.to ?? '', renameHost(workspace))
    if (!found) return nothing
    if ('refused' in found) return refusal(found)
    const moves = movesOf(found)
    const after = linksLive(stage, found, moves)
    if (!words.includes('oneway')) {
      const name = renamableAt(placeOf(workspace, file), (path) => workspace.minutes(path)) as { name: string }
      const place = placeOf(after.workspace, { path: movedPath(moves, file.path), offset: cursorAfter(found, file) })
      const back = renamedAt(place, values.back ?? name.name, renameHost(after.workspace)) as Renaming
      assert.deepEqual(
        textsAfter(after.texts, back, movesOf(back)),
        new Map(texts),
        'there and back gives the same bytes',
      )
    }
    return drawn(found, texts, moves)
  },
  move: (stage, _, { words, values }) => {
    const { workspace, texts } = stage
    const from = values.from!.split(',')
    const to = values.to!.split(',')
    const moves = new Map(from.map((path, at) => [path, to[at]!]))
    const isMended = words.includes('host')
    const changes = movesIn(workspace, moves, isMended ? to : [])
    if (!isMended) {
      const after = linksLive(stage, changes, moves)
      const home = new Map(to.map((path, at) => [path, from[at]!]))
      const back = textsAfter(after.texts, movesIn(after.workspace, home), home)
      if (!words.includes('oneway')) assert.deepEqual(back, new Map(texts), 'there and back gives the same bytes')
    }
    return drawn(changes, texts, moves)
  },
}

function refusal({ refused }: Refusal): string {
  return `(${refused})\n`
}

function placeOf(workspace: Workspace, { path, offset }: Pick<StagedFile, 'path' | 'offset'>) {
  if (offset === undefined) throw new Error('What is renamed needs a cursor: <|>')
  return { minutes: workspace.minutes(path)!, repository: workspace.repository, offset, hostReadsMarkdown: false }
}

/** Every link that led somewhere leads to the same once the changes are made. */
function linksLive({ workspace, texts, today }: Stage, changes: Renaming, moves: Moves) {
  const after = textsAfter(texts, changes, moves)
  const workspaceAfter = readWorkspace(after, today)
  for (const { path } of workspace.repository.summaries) {
    // By its new name it may be no Markdown.
    if (!workspaceAfter.repository.summary(movedPath(moves, path))) continue
    const before = leadsOf(workspace, path, moves)
    const now = leadsOf(workspaceAfter, movedPath(moves, path))
    before.forEach((lead, at) => {
      if (lead?.to !== undefined) assert.deepEqual(now[at], lead, `link ${at + 1} of ${path} leads to the same`)
    })
  }
  return { workspace: workspaceAfter, texts: after as Texts }
}

/** Where the cursor is once the changes are made: at the start of what was renamed. */
function cursorAfter({ edits }: Renaming, { path, offset }: StagedFile): number {
  const before = edits.filter((edit) => edit.path === path && edit.span.end < offset!)
  const shift = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0)
  const own = edits.find((edit) => edit.path === path && edit.span.start <= offset! && offset! <= edit.span.end)
  return (own ? own.span.start : offset!) + shift
}

/** The lines that change, as they are afterwards, and the files that do. */
function drawn({ edits, rename, unites }: Renaming, texts: Texts, moves: Moves): string {
  const after = textsAfter(texts, { edits }, new Map())
  const lines = [...new Set(edits.map(({ path }) => path))].sort().flatMap((path) => {
    const before = new LineIndex(texts.get(path)!)
    const now = new LineIndex(after.get(path)!)
    const changed = edits.filter((edit) => edit.path === path).map(({ span }) => before.lineAt(span.start))
    const sorted = [...new Set(changed)].sort((a, b) => a - b)
    return sorted.map((line) => `${path}:${line + 1} ${slice(after.get(path)!, now.span(line)).trim()}`)
  })
  const renamed = rename ? [...moves].map(([from, to]) => `${from} -> ${to}`) : []
  const asked = unites === undefined ? [] : [`(${unites})`]
  return [...lines, ...renamed, ...asked].map((line) => `${line}\n`).join('') || nothing
}
