import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { describe, test } from 'node:test'
import { clientModule } from '../support/client-module.ts'

type Module = typeof import('../../client/src/make-document.ts')

const path = '/repository/crane/2025/03-12.md'
const text = '# Crane 2025-03-12\n'
const isTaken = [`Already there, and left as it is: ${path}`]
const isRefused = [`Folder read-only, or disk full? ${path} cannot be made.`]

describe('minutes that cannot be made', () => {
  test('leave no part of them on a full disk', async () => {
    assert.deepEqual(await making({ made: text.slice(0, 5) }), { shown: isRefused, left: undefined })
  })

  test('are told of even where the disk does not let their part be read or removed', async () => {
    for (const refuses of ['readFile', 'delete'] as const) {
      const part = text.slice(0, 5)
      assert.deepEqual(await making({ made: part, refuses }), { shown: isRefused, left: part }, refuses)
    }
  })

  test('leave what somebody else has put there, before and meanwhile', async () => {
    assert.deepEqual(await making({ before: '# C' }), { shown: isTaken, left: '# C' })
    assert.deepEqual(await making({ made: 'Mine\n' }), { shown: isTaken, left: 'Mine\n' })
    assert.deepEqual(await making({ made: text }), { shown: isTaken, left: text })
  })

  /** What is told, and what is left on the disk, where there is something before, and something else once the editor has failed. */
  async function making({ before, made, refuses }: { before?: string; made?: string; refuses?: Operation }) {
    const disk = new Disk(refuses)
    if (before !== undefined) disk.files.set(path, before)
    const { vscode, shown } = editorOn(disk, () => {
      if (made !== undefined) disk.files.set(path, made)
      return false
    })
    assert.equal(await make(vscode), undefined)
    return { shown, left: disk.files.get(path) }
  }
})

describe('minutes that are taken away again', () => {
  test('go with the folders that were made for them', async () => {
    const { disk, discard } = await made()
    assert.ok(disk.folders.has('/repository/crane/2025'))
    await discard()
    assert.deepEqual({ files: [...disk.files.keys()], folders: [...disk.folders] }, start)
  })

  test('leave the folders into which something else has come', async () => {
    const { disk, discard } = await made()
    disk.files.set('/repository/crane/picture.png', 'Mine')
    await discard()
    assert.deepEqual([...disk.folders], ['/repository', '/repository/crane'])
    assert.deepEqual([...disk.files.keys()], [...start.files, '/repository/crane/picture.png'])
  })

  test('stay where somebody has typed into them', async () => {
    const { disk, discard } = await made()
    disk.files.set(path, `${text}\nMine\n`)
    await discard()
    assert.equal(disk.files.get(path), `${text}\nMine\n`)
    assert.equal(disk.folders.size, 3)
  })

  const start = { files: ['/repository/README.md'], folders: ['/repository'] }

  async function made() {
    const disk = new Disk()
    disk.folders.add('/repository')
    disk.files.set('/repository/README.md', '')
    const { vscode } = editorOn(disk, () => true)
    const document = await make(vscode)
    return { disk, discard: document!.discard }
  }
})

function make(vscode: object) {
  const { makeDocument } = clientModule<Module>('make-document.ts', vscode)
  return makeDocument({ uri: path, text, position: { line: 0, character: 0 }, edit: {} })
}

type Operation = 'readFile' | 'delete'

interface Uri {
  readonly path: string
}

/** Files with their texts, and folders. */
class Disk {
  readonly files = new Map<string, string>()
  readonly folders = new Set<string>()
  readonly #refuses: Operation | undefined

  constructor(refuses?: Operation) {
    this.#refuses = refuses
  }

  stat = async ({ path }: Uri) => {
    if (!this.files.has(path) && !this.folders.has(path) && path !== '/') throw new Error('There is none.')
  }

  readFile = async (uri: Uri) => {
    await this.#before('readFile', uri)
    return Buffer.from(this.files.get(uri.path)!)
  }

  readDirectory = async ({ path }: Uri) =>
    [...this.files.keys(), ...this.folders].filter((one) => posix.dirname(one) === path)

  delete = async (uri: Uri) => {
    await this.#before('delete', uri)
    this.files.delete(uri.path)
    this.folders.delete(uri.path)
  }

  async #before(operation: Operation, uri: Uri) {
    await this.stat(uri)
    if (operation === this.#refuses) throw new Error('The disk refuses.')
  }
}

/** As much of VS Code as makes files; `creates` is asked whether it can. */
function editorOn(disk: Disk, creates: () => boolean) {
  const shown: string[] = []
  class WorkspaceEdit {
    apply = async () => true
    createFile({ path }: Uri, { contents }: { contents: Uint8Array }) {
      this.apply = async () => {
        if (!creates()) return false
        for (let folder = posix.dirname(path); folder !== '/'; folder = posix.dirname(folder)) disk.folders.add(folder)
        disk.files.set(path, Buffer.from(contents).toString())
        return true
      }
    }
    deleteFile({ path }: Uri) {
      this.apply = async () => disk.files.delete(path)
    }
  }
  const vscode = {
    Position: class {},
    Range: class {},
    Uri: {
      parse: (path: string) => ({ path }),
      joinPath: ({ path }: Uri, ...more: string[]) => ({ path: posix.join(path, ...more) }),
    },
    WorkspaceEdit,
    l10n: { t: (words: string, name: string) => words.replace('{0}', name) },
    window: {
      showErrorMessage: (message: string) => void shown.push(message),
      showTextDocument: async () => {},
    },
    workspace: {
      textDocuments: [],
      asRelativePath: ({ path }: Uri) => path,
      applyEdit: (edit: WorkspaceEdit) => edit.apply(),
      openTextDocument: async ({ path }: Uri) => ({ isDirty: false, getText: () => disk.files.get(path) }),
      fs: disk,
    },
  }
  return { vscode, shown }
}
