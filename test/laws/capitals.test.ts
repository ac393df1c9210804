import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renamedAt } from '../../server/src/core/ide/rename/rename.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { movesIn, renameHost, textsAfter } from '../support/renaming.ts'

/** Files of a system that finds a file however its name is capitalised. */
class CarelessFiles extends MemoryFiles {
  override has(path: string): boolean {
    return this.read(path) !== undefined
  }

  override read(path: string): string | undefined {
    const same = [...this.texts].find(([name]) => name.toLowerCase() === path.toLowerCase())
    return same?.[1]
  }
}

const link = '[a](Harbour/A.md), [b](harbour/a.md), https://github.com/o/r/blob/main/Harbour/A.md\n'
const settings = '{ "forge": "https://github.com/o/r", "branch": "main" }'

function opened(more: readonly (readonly [string, string])[] = []) {
  const files = new CarelessFiles([['.minutes.json', settings], ['index.md', link], ['Harbour/A.md', '# A\n'], ...more])
  const host = { files, clock: { today: () => '2025-06-15' as const }, log: { info: () => {}, warn: () => {} } }
  const workspace = new Workspace({ ...host, folderName: 'minutes' })
  for (const _ of workspace.read()) void _
  const move = (from: string, to: string) => {
    const moves = new Map([[from, to]])
    files.texts = textsAfter(files.texts, movesIn(workspace, moves), moves)
    workspace.changed([from, to, 'index.md'])
  }
  const rename = (to: string) => {
    const minutes = workspace.minutes('index.md')!
    const place = { minutes, repository: workspace.repository, offset: 6, hostReadsMarkdown: false }
    return renamedAt(place, to, renameHost(workspace))!
  }
  return { files, workspace, move, rename }
}

describe('where capitals make no difference', () => {
  it('a file gets others', () => {
    const { files, workspace, move } = opened()
    move('Harbour/A.md', 'Harbour/a.md')
    assert.equal(files.read('index.md'), link.replaceAll(/harbour\/a\.md/gi, 'Harbour/a.md'))
    assert.deepEqual([...workspace.repository.files].sort(), ['Harbour/a.md', 'index.md'])
  })

  it('a folder gets others', () => {
    const { files, workspace, move } = opened()
    move('Harbour', 'harbour')
    assert.equal(files.read('index.md'), link.replaceAll(/harbour\/a\.md/gi, 'harbour/A.md'))
    assert.deepEqual([...workspace.repository.files].sort(), ['harbour/A.md', 'index.md'])
  })

  it('a new name in other capitals is not taken, and that of another file is', () => {
    const { rename } = opened([['Harbour/B.md', '# B\n']])
    const renamed = rename('harbour/a.md')
    assert.ok('rename' in renamed)
    assert.deepEqual(renamed.rename, { from: 'Harbour/A.md', to: 'harbour/a.md' })
    assert.deepEqual(rename('Harbour/b.md'), {
      refused: 'There is already something called "Harbour/b.md". Choose another name, or move that away first.',
    })
  })

  it('a file that is written anew stays one', () => {
    const { files, workspace } = opened()
    files.texts.set('Harbour/A.md', '# Another\n')
    workspace.changed(['harbour/a.md', 'Harbour/A.md'])
    assert.deepEqual([...workspace.repository.files].sort(), ['Harbour/A.md', 'index.md'])
    assert.equal(workspace.repository.summary('Harbour/A.md')!.headings[0]!.title, 'Another')
  })
})
