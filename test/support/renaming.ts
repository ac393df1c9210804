import assert from 'node:assert/strict'
import { editsOfMoves } from '../../server/src/core/ide/rename/moved.ts'
import type { RenameHost, Renaming } from '../../server/src/core/ide/rename/renaming.ts'
import { headingNamed } from '../../server/src/core/repository/anchor.ts'
import { type Moves, movedPath } from '../../server/src/core/repository/moves.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'

export type Texts = ReadonlyMap<string, string>

/** What renaming asks of a workspace. `mends` are the new paths after whose moves the editor mends relative paths. */
export function renameHost(workspace: Workspace, mends: readonly string[] = []): RenameHost {
  return {
    minutes: (path) => workspace.minutes(path),
    text: (path) => workspace.text(path),
    exists: (path) => workspace.exists(path),
    mendsPaths: (_, to) => mends.includes(to),
  }
}

/** What moves change, as an editor asks for it. */
export function movesIn(workspace: Workspace, moves: Moves, mends?: readonly string[]): Renaming {
  return { edits: editsOfMoves(moves, workspace.repository, renameHost(workspace, mends)) }
}

export function movesOf({ rename }: Renaming): Moves {
  return new Map(rename ? [[rename.from, rename.to]] : [])
}

/** All texts once the edits are made and the files have moved. */
export function textsAfter(texts: Texts, { edits }: Renaming, moves: Moves): Map<string, string> {
  const after = new Map<string, string>()
  for (const [path, text] of texts) {
    const own = edits.filter((edit) => edit.path === path)
    assertNoOverlap(path, own)
    after.set(movedPath(moves, path), applyEdits(text, own))
  }
  for (const { path } of edits) assert.ok(texts.has(path), `${path}, which is edited, is there`)
  return after
}

/** Where each link of a file leads, and to which of the headings there. */
export function leadsOf({ repository }: Workspace, path: string, moves: Moves = new Map()) {
  const { links, pictures } = repository.summary(path)!
  return [...links, ...pictures].map(({ url }) => {
    const lead = repository.leadOf(url, path)
    if (!lead) return undefined
    const target = repository.summary(lead.path)
    const heading = target && lead.fragment ? headingNamed(target, lead.fragment, repository.forge) : undefined
    // Other versions keep their names.
    const to = lead.ref === undefined ? movedPath(moves, lead.path) : undefined
    return { to, heading: heading && target!.headings.findIndex(({ anchor }) => anchor === heading.anchor) }
  })
}

function assertNoOverlap(path: string, edits: Renaming['edits']): void {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start)
  for (const [at, { start }] of spans.entries())
    assert.ok(at === 0 || spans[at - 1]!.end <= start, `edits of ${path} do not overlap`)
}
