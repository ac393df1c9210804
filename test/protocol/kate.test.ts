import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { completed, completedByKate, kateCapabilities } from '../support/kate.ts'
import { Client } from './client.ts'

const path = 'call/20250313.md'
const text = `# Call 2025-03-13\n\n### Team Crane\n\nMinutes: none yet\n\n- @ines: see ${urlOf('crane/gone.md')}\n`
const issue = 'https://github.com/harbour/minutes/issues/12'

const repository = {
  ...smallRepository(),
  [path]: text,
  'crane/20250226.md': '# Crane 2025-02-26\n\n- _AI @nora-berg: paint it_\n',
  'call/20250306.md': `# Call 2025-03-06\n\n- [#12: A rope](${issue})\n- _AI @nora-berg: paint it_\n`,
}

async function opened(t: TestContext, capabilities = kateCapabilities) {
  const folder = new Folder(t, repository)
  const client = await Client.during(t, [folder.uri], { capabilities })
  const uri = folder.uriOf(path)
  await client.open(uri, text)
  await client.read()
  return { client, uri }
}

/** What is offered at the end of a text. */
async function completionsOf(t: TestContext, text: string, capabilities: lsp.ClientCapabilities) {
  const { client, uri } = await opened(t, capabilities)
  await client.change(uri, 2, [{ text }])
  const lines = text.split('\n')
  return client.completions(uri, { line: lines.length - 1, character: lines.at(-1)!.length })
}

describe('Kate 22.12', () => {
  for (const [typed, expected] of Object.entries({
    '- @no': '- @nora-berg',
    '- @nora-b': '- @nora-berg',
    '- @Nora-B': '- @nora-berg',
    '- [x](#te': '- [x](#team-crane',
    '- [x](../crane/2025': '- [x](../crane/20250312.md',
    '- #1': `- [#12: A rope](${issue})`,
    '- AI ': '- _AI @nora-berg: _',
    '- \u{1F41F}@no': '- \u{1F41F}@nora-berg',
  })) {
    test(`is told the word before the cursor in "${typed}", which it replaces alone`, async (t) => {
      const before = text + typed
      const items = await completionsOf(t, before, kateCapabilities)
      const others = await completionsOf(t, before, {})
      const texts = others.map((item) => completed(before, item))
      assert.ok(texts.some((each) => each.startsWith(text + expected)))
      assert.deepEqual(
        items.map((item) => completedByKate(before, item)),
        texts,
      )
      assert.deepEqual(
        items.map((item) => completed(before, item)),
        texts,
      )
    })
  }

  test('is given one action for the finding that it names, because it does all of them', async (t) => {
    const { client, uri } = await opened(t)
    await client.until(() => client.published.get(uri)?.diagnostics.length === 2)
    const whole = { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } }
    const titles = async (range: lsp.Range, diagnostics: lsp.Diagnostic[]) => {
      const params = { textDocument: { uri }, range, context: { diagnostics } }
      return (await client.connection.sendRequest(lsp.CodeActionRequest.type, params))!.map(({ title }) => title)
    }
    const [stale, broken] = client.published.get(uri)!.diagnostics
    assert.deepEqual(await titles(whole, [stale!]), ['Fill in crane/20250312.md'])
    assert.deepEqual(await titles(whole, [broken!]), [], 'there is no fix, only ways not to be told')
    assert.deepEqual((await titles(stale!.range, [])).slice(0, 2), [
      'Fill in crane/20250312.md',
      'Allow stale-minutes-line in this line',
    ])
  })
})
