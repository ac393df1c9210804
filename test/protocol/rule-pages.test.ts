import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { rules } from '../../server/src/core/rules/index.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client, type ClientOptions, withoutPull } from './client.ts'

const report = 'call/20250313.md'

const linksNothing: lsp.ClientCapabilities = { textDocument: { diagnostic: {}, publishDiagnostics: {} } }

async function opened(t: TestContext, options: ClientOptions) {
  const folder = new Folder(t, smallRepository())
  const client = await Client.during(t, [folder.uri], options)
  const uri = folder.uriOf(report)
  await client.open(uri, folder.read(report))
  return { folder, client, uri }
}

/** Where the code of the one finding leads. */
async function pageOf(t: TestContext, options: ClientOptions): Promise<string | undefined> {
  const { client, uri } = await opened(t, options)
  const [found] = await client.diagnostics(uri)
  return found!.codeDescription?.href
}

describe('the code of a finding', () => {
  test('links to its page beside the server', async (t) => {
    const page = await pageOf(t, {})
    assert.match(readFileSync(fileURLToPath(page!), 'utf8'), /^# stale-minutes-line\n/)
  })

  test('links to where the client shows the pages', async (t) => {
    const initializationOptions = { rulePages: 'pages:/of/rules' }
    assert.equal(await pageOf(t, { initializationOptions }), 'pages:/of/rules/stale-minutes-line.md')
  })

  test('links to nothing where the client makes no links', async (t) => {
    assert.equal(await pageOf(t, { capabilities: linksNothing }), undefined)
  })

  test('links in findings that are sent, and in those of quick fixes', async (t) => {
    const { client, uri } = await opened(t, { capabilities: withoutPull })
    await client.until(() => Boolean(client.published.get(uri)?.diagnostics.length))
    const [sent] = client.published.get(uri)!.diagnostics
    assert.match(sent!.codeDescription!.href, /\/stale-minutes-line\.md$/)
    const [action] = await client.actions(uri, sent!.range)
    assert.deepEqual(action!.diagnostics, [sent])
  })

  test('links to nothing for mistakes in the settings, which are no rule', async (t) => {
    const { folder, client } = await opened(t, {})
    const settings = folder.uriOf('.minutes.json')
    await client.open(settings, '{ "colour": 1 }', 'jsonc')
    const [found] = await client.diagnostics(settings)
    assert.equal(found!.codeDescription, undefined)
  })
})

test('each rule has a page to link to', () => {
  for (const { id } of rules) assert.match(readFileSync(`dist/rules/${id}.md`, 'utf8'), new RegExp(`^# ${id}\n`))
})
