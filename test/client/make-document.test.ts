import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clientModule } from '../support/client-module.ts'

type Module = typeof import('../../client/src/make-document.ts')

const uri = 'file:///crane/20250312.md'
const text = '# Crane 2025-03-12\n'
const isTaken = `Already there, and left as it is: ${uri}`
const isRefused = `Folder read-only, or disk full? ${uri} cannot be made.`

describe('minutes that cannot be made', () => {
  test('leave no part of them on a full disk', async () => {
    assert.deepEqual(await making({ made: text.slice(0, 5) }), { shown: [isRefused], left: undefined })
  })

  test('are told of even where the disk does not let their part be read or removed', async () => {
    for (const refuses of ['readFile', 'delete'] as const) {
      const part = text.slice(0, 5)
      assert.deepEqual(await making({ made: part, refuses }), { shown: [isRefused], left: part }, refuses)
    }
  })

  test('leave what somebody else has put there, before and meanwhile', async () => {
    assert.deepEqual(await making({ before: '# C' }), { shown: [isTaken], left: '# C' })
    assert.deepEqual(await making({ made: 'Mine\n' }), { shown: [isTaken], left: 'Mine\n' })
    assert.deepEqual(await making({ made: text }), { shown: [isTaken], left: text })
  })
})

interface Disk {
  /** What is there before. */
  readonly before?: string
  /** What is there once the editor has failed. */
  readonly made?: string
  readonly refuses?: 'readFile' | 'delete'
}

/** What is told, and what is left on the disk. */
async function making({ before, made, refuses }: Disk) {
  const shown: string[] = []
  let file = before
  const found = (operation?: string) => {
    if (file === undefined || operation === refuses) throw new Error('refused')
    return Buffer.from(file)
  }
  const vscode = {
    Uri: { parse: (text: string) => text },
    WorkspaceEdit: class {
      createFile() {}
    },
    l10n: { t: (words: string, name: string) => words.replace('{0}', name) },
    window: { showErrorMessage: (message: string) => void shown.push(message) },
    workspace: {
      textDocuments: [],
      asRelativePath: (name: string) => name,
      applyEdit: async () => {
        file ??= made
        return false
      },
      fs: {
        stat: async () => found('stat'),
        readFile: async () => found('readFile'),
        delete: async () => {
          found('delete')
          file = undefined
        },
      },
    },
  }
  const { makeDocument } = clientModule<Module>('make-document.ts', vscode)
  assert.equal(await makeDocument({ uri, text, position: { line: 0, character: 0 }, edit: {} }), false)
  return { shown, left: file }
}
