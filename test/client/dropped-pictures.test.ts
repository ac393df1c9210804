import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clientModule } from '../support/client-module.ts'
import { picture } from '../support/pad.ts'

type Module = typeof import('../../client/src/paste/pictures.ts')

const megabyte = 1_000_000

describe('files that are dropped', () => {
  test('are pictures that the minutes show', async () => {
    const { inserted, read } = await dropping({ '/hook.png': picture.length, '/quay.png': picture.length })
    assert.deepEqual({ inserted, read }, { inserted: '![]', read: ['/hook.png', '/quay.png'] })
  })

  test('are not read where one of them is too large for minutes', async () => {
    const { inserted, read } = await dropping({ '/hook.png': picture.length, '/meeting.mkv': 4000 * megabyte })
    assert.deepEqual({ inserted, read }, { inserted: undefined, read: [] })
  })

  test('are read where nobody can tell how large they are', async () => {
    assert.deepEqual((await dropping({ '/hook.png': undefined })).read, ['/hook.png'])
  })
})

/** Files with their sizes are dropped on minutes. What is inserted, and which of the files have been read. */
async function dropping(files: Readonly<Record<string, number | undefined>>) {
  const read: string[] = []
  let drop: (...args: readonly unknown[]) => Promise<{ insertText: string } | undefined> = async () => undefined
  const items = Object.keys(files).map((uri) => {
    const data = async () => {
      read.push(uri)
      return picture
    }
    return [uri, { asFile: () => ({ name: uri, uri, data }) }]
  })
  const vscode = {
    version: '1.96.0',
    DocumentDropEdit: class {
      constructor(readonly insertText: string) {}
    },
    Range: class {},
    Uri: { parse: (uri: string) => uri },
    WorkspaceEdit: class {
      createFile() {}
    },
    languages: {
      registerDocumentDropEditProvider(_: unknown, provider: { provideDocumentDropEdits: typeof drop }) {
        drop = provider.provideDocumentDropEdits
      },
    },
    workspace: {
      getWorkspaceFolder: () => undefined,
      fs: {
        isWritableFileSystem: () => true,
        stat: async (uri: string) => ({ size: files[uri] ?? assert.fail('nobody can tell') }),
      },
    },
  }
  const client = {
    state: 2,
    code2ProtocolConverter: { asRange: () => ({}) },
    sendRequest: async () => ({ title: 'Insert pictures', newText: '![]', stored: [] }),
  }
  const { pastePictures } = clientModule<Module>('paste/pictures.ts', vscode, { State: { Running: 2 } })
  pastePictures(client as never, [], false)
  const edit = await drop({ uri: { scheme: 'file' } }, {}, items, { isCancellationRequested: false })
  return { inserted: edit?.insertText, read }
}
