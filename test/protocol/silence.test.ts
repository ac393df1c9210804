import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { Places } from '../../server/src/lsp/convert.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const report = 'call/20250313.md'
const rule = 'stale-minutes-line'

async function opened(t: TestContext, change: (text: string) => string = (text) => text) {
  const folder = new Folder(t, smallRepository())
  const client = await Client.during(t, [folder.uri])
  const uri = folder.uriOf(report)
  const text = change(folder.read(report))
  await client.open(uri, text)
  const offers = async (code = rule) => {
    const found = (await client.diagnostics(uri)).find((one) => one.code === code)
    return found ? client.actions(uri, found.range) : []
  }
  /** The text of the file that an action changes, after it. */
  const changed = async (title: RegExp, before = text) => {
    const action = (await offers()).find((action) => title.test(action.title))
    assert.ok(action, `${title} is offered`)
    const { edit } = await client.resolveAction(action)
    const [change] = edit!.documentChanges as lsp.TextDocumentEdit[]
    const places = new Places(before, 'utf-16')
    return applyEdits(
      before,
      change!.edits.map((one) => ({ span: places.span(one.range), newText: (one as lsp.TextEdit).newText })),
    )
  }
  return { folder, client, uri, offers, changed }
}

describe('whoever thinks that a rule is wrong', () => {
  test('finds the ways to say so behind all that mends it', async (t) => {
    const { offers } = await opened(t)
    const actions = await offers()
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Fill in crane/20250312.md', true],
        [`Allow ${rule} in this line`, false],
        [`Allow ${rule} in this file`, false],
        [`Switch ${rule} off in .minutes.json`, false],
      ],
    )
    for (const { kind, diagnostics } of actions) {
      assert.equal(kind, 'quickfix')
      assert.equal(diagnostics![0]!.code, rule)
    }
  })

  test('allows it in its line', async (t) => {
    const { client, uri, changed } = await opened(t)
    const text = await changed(/in this line/)
    assert.match(text, new RegExp(`^Minutes: <!-- minutes-allow ${rule} -->$`, 'm'))
    await client.change(uri, 2, [{ text }])
    assert.deepEqual(await client.diagnostics(uri), [])
  })

  test('allows it in its file, beside what is allowed there already', async (t) => {
    const { client, uri, changed } = await opened(t, (text) => `<!-- minutes-allow-file date-mismatch -->\n${text}`)
    const text = await changed(new RegExp(`${rule} in this file`))
    assert.match(text, new RegExp(`^<!-- minutes-allow-file date-mismatch ${rule} -->\n`))
    await client.change(uri, 2, [{ text }])
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['useless-allow'],
      'the other one allows nothing',
    )
  })

  test('switches it off in the settings, open or not', async (t) => {
    const { folder, client, uri, changed } = await opened(t)
    const settings = folder.uriOf('.minutes.json')
    const before = folder.read('.minutes.json')
    const text = await changed(/Switch/, before)
    assert.deepEqual(JSON.parse(text), { ...JSON.parse(before), rules: { [rule]: 'off' } })
    await client.open(settings, `{ "reports": ["call"] }`, 'jsonc')
    assert.deepEqual(JSON.parse(await changed(/Switch/, `{ "reports": ["call"] }`)), {
      reports: ['call'],
      rules: { [rule]: 'off' },
    })
    await client.change(settings, 2, [{ text }])
    assert.deepEqual(await client.diagnostics(uri), [])
  })

  test('is not told to switch it off where there are no settings, or broken ones', async (t) => {
    const { folder, client, offers } = await opened(t, (text) => text.replace('03-13', '03-06'))
    const settings = folder.uriOf('.minutes.json')
    for (const text of [undefined, '{ "reports": ["call"]']) {
      if (text === undefined) {
        folder.remove('.minutes.json')
        await client.filesChanged([settings])
      } else await client.open(settings, text, 'jsonc')
      const titles = (await offers('date-mismatch')).map(({ title }) => title)
      assert.deepEqual(
        titles.filter((title) => title.includes('.minutes.json')),
        [],
      )
      assert.ok(titles.some((title) => title.includes('in this file')))
    }
  })

  test('need not allow a comment that allows nothing', async (t) => {
    const { offers } = await opened(t, () => '# Call 2025-03-13 <!-- minutes-allow date-mismatch -->\n')
    assert.deepEqual(
      (await offers('useless-allow')).map(({ title }) => title),
      ['Remove the comment'],
    )
  })
})
