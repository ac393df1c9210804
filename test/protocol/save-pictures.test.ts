import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { type SavePicturesParams, serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const path = 'ropes #1/20250305 ü.md'
const pad = 'https://pad.example.org/uploads'
const hook = 'upload_11111111111111111111111111111111.png'
const pier = 'upload_22222222222222222222222222222222.png'
const text = `# Ropes 2025-03-05\n\n![hook](${pad}/${hook}) ![hook](${pad}/${hook})\n\n![pier](${pad}/${pier})\n`

async function opened(t: TestContext) {
  const folder = new Folder(t, {
    '.minutes.json': JSON.stringify({ uploads: [`${pad}/`] }),
    [path]: text,
    [`ropes #1/${pier}`]: 'a copy',
  })
  const client = await Client.during(t, [folder.uri], { capabilities: fullCapabilities })
  const pictures = (...args: unknown[]) => {
    const params = { command: serverCommands.picturesToSave, arguments: args }
    return client.connection.sendRequest(lsp.ExecuteCommandRequest.type, params) as Promise<SavePicturesParams>
  }
  return { folder, client, pictures }
}

describe('pictures to save', () => {
  test('are those on the pad, with their places and what shows them', async (t) => {
    const { folder, client, pictures } = await opened(t)
    const uri = folder.uriOf(path)
    await client.open(uri, text)
    const found = await pictures({ textDocument: { uri } })
    assert.deepEqual([found.uri, found.uploads], [uri, [`${pad}/`]])
    assert.deepEqual(
      found.pictures.map(({ url, path, isStored, edits }) => [url, path, isStored, edits.length]),
      [
        [`${pad}/${hook}`, `ropes #1/${hook}`, undefined, 2],
        [`${pad}/${pier}`, `ropes #1/${pier}`, true, 1],
      ],
    )
    const [{ edits }] = found.pictures as [SavePicturesParams['pictures'][number]]
    const shown = lsp.TextEdit.is(edits[0]) ? [edits[0].newText, edits[0].range.start] : []
    assert.deepEqual(shown, [hook, { line: 2, character: 8 }])
  })

  test('are those of an open document', async (t) => {
    const { folder, pictures } = await opened(t)
    await assert.rejects(pictures({ textDocument: { uri: folder.uriOf(path) } }), /is no open Markdown .*Open it\./)
    for (const params of [undefined, null, 1, {}, { textDocument: {} }]) {
      await assert.rejects(pictures(params), /takes one argument, \{ textDocument/)
    }
  })
})
