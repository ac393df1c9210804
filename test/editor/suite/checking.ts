import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, expectFindings, fileUri, findings, openFile, until } from './window.ts'

describe('The whole repository', () => {
  const report = 'community-call/20251106.md'
  const faults = ['19 stale-minutes-line', '25 stale-minutes-line', '31 stale-minutes-line']
  const limit = () => vscode.workspace.getConfiguration('minutes.check')
  const upTo = (files: number | undefined) => limit().update('repository', files, vscode.ConfigurationTarget.Global)

  afterEach(async () => {
    await closeAll()
    await upTo(undefined)
  })

  it('is checked while it is small', async () => {
    await expectFindings(report, faults)
  })

  it('keeps the findings of a file that is closed', async () => {
    await openFile(report)
    await expectFindings(report, faults)
    await closeAll()
    await expectFindings(report, faults)
  })

  it('is not checked by itself where it is large, and is when somebody asks', async () => {
    await upTo(0)
    await expectFindings(report, [])
    const outcome = await vscode.commands.executeCommand<{ files: number; faulty: number }>('minutes.checkRepository')
    assert.ok(outcome.faulty > 5)
    await expectFindings(report, faults)
    const found = vscode.languages.getDiagnostics().filter(([, all]) => all.some(({ source }) => source === 'minutes'))
    assert.equal(found.length, outcome.faulty)
  })

  it('shows each finding once', async () => {
    await openFile(report)
    await expectFindings(report, faults)
    await vscode.commands.executeCommand('minutes.checkRepository')
    await until(() => findings('storage/20250512.md').length > 0)
    assert.deepEqual(findings(report), faults)
    assert.equal(vscode.languages.getDiagnostics(fileUri(report)).length, faults.length)
  })
})
