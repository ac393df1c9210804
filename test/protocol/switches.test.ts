import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as v from 'valibot'
import * as lsp from 'vscode-languageserver-protocol/node'
import { editorSettings } from '../../server/src/core/settings/schema.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client } from './client.ts'

const issue = 'https://github.com/lighthouse-commons/issues/issues/7'
const path = 'crane/20250312.md'
const text = `# Crane 2025-03-12\n\n## Hooks\n\n- ${issue}\n- @ines\n`

const { codeLens, inlayHints, semanticTokens } = v.parse(editorSettings, {})
/** What each switch of a setting shows beside the text of the file above, or in it. */
const switches = {
  codeLens: {
    reports: 'reported in one call',
    actions: 'one open action from last time',
    links: 'one link to this heading',
  } satisfies Record<keyof typeof codeLens, string>,
  inlayHints: { weekdays: 'Wed', titles: 'Oil the hooks' } satisfies Record<keyof typeof inlayHints, string>,
  semanticTokens: { enabled: 'a token' } satisfies Record<keyof typeof semanticTokens, string>,
}

const refreshes: Readonly<Record<string, string>> = {
  codeLens: 'workspace/codeLens/refresh',
  inlayHints: 'workspace/inlayHint/refresh',
  semanticTokens: 'workspace/semanticTokens/refresh',
}

async function opened(t: TestContext) {
  const folder = new Folder(t, {
    ...smallRepository(`Minutes: ${urlOf(path)}`),
    'crane/20250319.md': `# Crane 2025-03-19\n\n- see ${urlOf(path)}#hooks\n- [Oil the hooks](${issue})\n`,
    [path]: text,
  })
  const client = await Client.during(t, [folder.uri])
  const textDocument = { uri: folder.uriOf(path) }
  await client.open(textDocument.uri, text)
  return { client, shown: () => shownBy(client, textDocument) }
}

async function shownBy({ connection }: Client, textDocument: lsp.TextDocumentIdentifier): Promise<string[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } }
  const lenses = await connection.sendRequest(lsp.CodeLensRequest.type, { textDocument })
  const hints = await connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range })
  const full = await connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument })
  const part = await connection.sendRequest(lsp.SemanticTokensRangeRequest.type, { textDocument, range })
  assert.deepEqual(part!.data, full!.data)
  return [
    ...lenses!.map(({ command }) => command!.title),
    ...hints!.map(({ label }) => label as string),
    ...(full!.data.length ? ['a token'] : []),
  ].sort()
}

const everything = Object.values(switches).flatMap((shows) => Object.values<string>(shows))

describe('what a switch switches off is gone, and nothing else', () => {
  for (const [section, shows] of Object.entries(switches)) {
    for (const [name, gone] of Object.entries(shows)) {
      test(`minutes.${section}.${name}`, async (t) => {
        const { client, shown } = await opened(t)
        assert.deepEqual(await shown(), everything.toSorted())
        await switched(client, section, { [section]: { [name]: false } })
        assert.deepEqual(await shown(), everything.filter((each) => each !== gone).sort())
        await switched(client, section, {})
        assert.deepEqual(await shown(), everything.toSorted())
      })
    }
  }
})

async function switched(client: Client, section: string, settings: unknown): Promise<void> {
  const method = refreshes[section]!
  const before = client.refreshed(method)
  await client.configure(settings)
  await client.until(() => client.refreshed(method) > before)
}
