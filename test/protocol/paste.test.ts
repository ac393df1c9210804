import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import {
  type PastedLink,
  type PastedPictures,
  pasteLinkRequest,
  pastePicturesRequest,
} from '../../server/src/lsp/protocol.ts'
import { Folder } from '../support/folder.ts'
import { Client, type ClientOptions } from './client.ts'

const path = 'harbour #1/20250312.md'
const issue = 'https://github.com/lighthouse-commons/buoys/issues/8'
const text = ['# Team Harbour 2025-03-12', '', '- AI @ines-berg: paint 🚢 the lamp', ''].join('\n')
const lamp = { start: { line: 2, character: 30 }, end: { line: 2, character: 34 } }
const behind = { start: lamp.end, end: lamp.end }

async function opened(t: TestContext, options: ClientOptions = {}) {
  const folder = new Folder(t, {
    '.minutes.json': '{ "forge": "https://github.com/lighthouse-commons/minutes" }',
    [path]: text,
    'harbour #1/20250312.png': '',
    'docs/plan#1.png': '',
  })
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  const link = (range: lsp.Range, pasted: string, document = uri) =>
    client.connection.sendRequest<PastedLink | null>(pasteLinkRequest, {
      textDocument: { uri: document },
      range,
      text: pasted,
    })
  const pictures = (range: lsp.Range, ...files: readonly { name: string; uri?: string }[]) =>
    client.connection.sendRequest<PastedPictures | null>(pastePicturesRequest, {
      textDocument: { uri },
      range,
      pictures: files.map((file) => ({ ...file, ending: 'png' })),
    })
  return { folder, client, uri, link, pictures }
}

describe('a URL that is pasted', () => {
  test('becomes a labelled link', async (t) => {
    const { link } = await opened(t)
    const title = 'Insert Labelled Link'
    assert.deepEqual(await link(behind, issue), { title, newText: `[buoys#8](${issue})`, isLikely: true })
    assert.deepEqual(await link(lamp, issue), { title, newText: `[lamp](${issue})`, isLikely: true })
    const empty = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }
    assert.equal((await link(empty, issue))?.isLikely, false)
    assert.equal(await link(behind, 'buoys'), null)
  })

  test('over a text is left to an editor that makes a link of it', async (t) => {
    const { link } = await opened(t, { initializationOptions: { hostReadsMarkdown: true } })
    assert.equal(await link(lamp, issue), null)
    assert.equal((await link(behind, issue))?.newText, `[buoys#8](${issue})`)
  })

  test('stays in a document that is not open, and where somebody wants it', async (t) => {
    const { link, folder, client } = await opened(t)
    await client.configure({ paste: { links: false } })
    await client.settled()
    assert.equal(await link(behind, issue), null)
    await client.configure({ paste: { pictures: false } })
    await client.settled()
    assert.equal((await link(behind, issue))?.title, 'Insert Labelled Link')
    assert.equal(await link(behind, issue, folder.uriOf('README.md')), null)
  })

  test('stays in a folder without minutes', async (t) => {
    const folder = new Folder(t, { 'README.md': '' })
    const client = await Client.during(t, [folder.uri])
    const uri = folder.uriOf('README.md')
    await client.open(uri, '')
    const start = { line: 0, character: 0 }
    const params = { textDocument: { uri }, range: { start, end: start }, text: issue }
    assert.equal(await client.connection.sendRequest(pasteLinkRequest, params), null)
  })
})

describe('pictures that are pasted', () => {
  test('get a place each, where no file is', async (t) => {
    const { folder, pictures } = await opened(t)
    folder.write('harbour #1/20250312-2.png', '')
    const plan = { name: 'plan#1.png', uri: folder.uriOf('docs/plan#1.png') }
    const elsewhere = { name: 'ropes.png', uri: 'file:///elsewhere/ropes.png' }
    assert.deepEqual(await pictures(lamp, { name: 'image.png' }, plan, elsewhere), {
      title: 'Insert Pictures',
      newText: '![lamp](20250312-3.png) ![lamp](../docs/plan%231.png) ![lamp](20250312-ropes.png)',
      stored: [folder.uriOf('harbour #1/20250312-3.png'), null, folder.uriOf('harbour #1/20250312-ropes.png')],
    })
  })

  test('are there when the editor has stored them, before anything else tells of them', async (t) => {
    const { folder, client, uri, pictures } = await opened(t)
    const { newText, stored } = (await pictures(behind, { name: 'image.png' }))!
    await client.change(uri, 2, [{ range: behind, text: newText }])
    const missing = async () => (await client.diagnostics(uri)).filter(({ code }) => code === 'missing-image')
    assert.equal((await missing()).length, 1)
    folder.write('harbour #1/20250312-2.png', '')
    await client.connection.sendNotification(lsp.DidCreateFilesNotification.type, { files: [{ uri: stored[0]! }] })
    assert.deepEqual(await missing(), [])
  })

  test('have none where there are no pictures, and where somebody wants none', async (t) => {
    const { client, pictures } = await opened(t)
    assert.equal(await pictures(behind), null)
    await client.configure({ paste: { pictures: false } })
    await client.settled()
    assert.equal(await pictures(behind, { name: 'image.png' }), null)
    await client.configure({ paste: { links: false } })
    await client.settled()
    assert.equal((await pictures(behind, { name: 'image.png' }))?.title, 'Insert Picture')
  })
})
