import { workspace } from 'vscode'
import { closeAll, expectFindings, fileUri, openFile, replace } from './window.ts'

describe('Findings', () => {
  const report = 'community-call/20251106.md'
  const faults = ['19 stale-minutes-line', '25 stale-minutes-line', '31 stale-minutes-line']
  afterEach(closeAll)

  it('come when a report is opened', async () => {
    await openFile(report)
    await expectFindings(report, faults)
  })

  it('go and come with what is typed', async () => {
    const editor = await openFile(report)
    const url = 'https://github.com/lighthouse-commons/minutes/blob/main/storage/20251103.md'
    await replace(editor, 'none yet', url)
    await expectFindings(report, faults.slice(1))
    await replace(editor, url, 'none yet')
    await expectFindings(report, faults)
  })

  it('follow files that somebody else writes and deletes', async () => {
    const linked = fileUri('platform/20250909.md')
    await openFile('community-call/20250911.md')
    await expectFindings('community-call/20250911.md', ['12 broken-minutes-link'])
    await workspace.fs.writeFile(linked, new TextEncoder().encode('# Team Platform 2025-09-09\n'))
    // The link leads somewhere now, but the minutes of the day after are the newest.
    await expectFindings('community-call/20250911.md', ['12 outdated-minutes-link'])
    await workspace.fs.delete(linked)
    await expectFindings('community-call/20250911.md', ['12 broken-minutes-link'])
  })
})
