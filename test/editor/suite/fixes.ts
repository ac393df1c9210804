import assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { apply, closeAll, codeAction, expectFindings, fileUri, findings, openFile, until } from './window.ts'

const base = 'https://github.com/lighthouse-commons/minutes/blob/main'

describe('Fixes', () => {
  const report = 'community-call/20251106.md'
  afterEach(closeAll)

  it('put the right minutes into a line that has none', async () => {
    const editor = await openFile(report)
    await until(() => findings(report).length)
    await apply(await codeAction(editor, 'Minutes: none yet', /20251103/))
    assert.equal(editor.document.lineAt(18).text, `Minutes: ${base}/storage/20251103.md`)
    await expectFindings(report, ['25 stale-minutes-line', '31 stale-minutes-line'])
  })

  it('are applied together by fix-all', async () => {
    const editor = await openFile(report)
    await until(() => findings(report).length)
    await apply(await codeAction(editor, '#', /./, 'source.fixAll.minutes'))
    assert.equal(editor.document.lineAt(18).text, `Minutes: ${base}/storage/20251103.md`)
    assert.equal(editor.document.lineAt(24).text, `Minutes: ${base}/sig-docs/2025-11-04.md`)
    assert.equal(editor.document.lineAt(30).text, `Minutes: ${base}/sig-community/20251031.md`)
    await expectFindings(report, [])
  })

  it('correct the date of a heading', async () => {
    const editor = await openFile('platform/20250219.md')
    await apply(await codeAction(editor, '2025-02-12', /2025-02-19/))
    assert.equal(editor.document.lineAt(0).text, '# Team Platform 2025-02-19')
    await expectFindings('platform/20250219.md', [])
  })

  it('rename a file whose name is no date', async () => {
    const editor = await openFile('platform/20250931.md')
    await apply(await codeAction(editor, '#', /20251001/))
    const renamed = await workspace.fs.readFile(fileUri('platform/20251001.md'))
    assert.match(new TextDecoder().decode(renamed), /^# Team Platform 2025-10-01/)
    await expectFindings('platform/20251001.md', [])
  })
})
