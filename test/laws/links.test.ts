import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import { contains, slice } from '../../server/src/core/text/span.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { readWorkspace } from '../cases/stage.ts'
import { markdownFiles, otherFiles } from './files.ts'

const folders = [
  { folder: '../shared/corpus/scs-minutes', today: '2024-01-02' },
  { folder: 'test/sample', today: '2026-01-02' },
]

for (const { folder, today } of folders) {
  const files = markdownFiles(folder).map(({ path, text }) => [path.slice(folder.length + 1), text] as const)
  describe(`links of ${folder}`, { skip: files.length === 0 && 'there are none' }, () => {
    it('that are URLs of the repository lead to a file or folder, or are a finding', () => {
      const workspace = readWorkspace([...otherFiles(folder), ...files], today)
      const urls = files.flatMap(([path]) => ownUrls(workspace.minutes(path)!, workspace))
      assert.ok(urls.length > 50, `${urls.length} URLs`)
      assert.deepEqual(
        urls.filter(({ leads, told }) => !leads && !told).map(({ url, path }) => `${path} ${url}`),
        [],
      )
    })
  })
}

/** The URLs of a file that begin with that of the repository; changes that wait there are no files. */
function ownUrls(minutes: Minutes, workspace: Workspace) {
  const { path, text, facts } = minutes
  const { repository } = workspace
  const findings = workspace.check(minutes)
  return facts.links.flatMap(({ kind, span, destination }) => {
    const url = slice(text, destination)
    const isOwn = new RegExp(`^${repository.forge!.url}(?:[/?#]|$)`, 'i').test(url)
    if (!isOwn || kind === 'reference' || repository.targetOf(url, path).kind === 'change') return []
    const told = findings.some((finding) => contains(span, finding.span) || contains(finding.span, destination))
    return [{ url, path, leads: repository.leadOf(url, path) !== undefined, told }]
  })
}
