import assert from 'node:assert/strict'
import test from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'

const blob = 'https://github.com/lighthouse-commons/minutes/blob/main'
const texts = [
  `[a](20250301.md) [b](20250399.md) [c](../docs/page.md) ![](crane.png) ![](quay.png) ![](pier.png) []()`,
  `<${blob}/harbour/20250301.md> <${blob}/harbour/20250302.md> <${blob}/harbour/20250303.md> <${blob}/docs/page.md>`,
  `# 2025-03-04\n\n[next](20250305.md) <${blob}/harbour/20250305.md> <${blob}/harbour/20250311.md> <${blob}/harbour/x.md>`,
  'No links\n',
]

test('what leads nowhere is the sum of the files, in whatever way they came to be', () => {
  const changed = newRepository()
  const counts = new Set<string>()
  for (let step = 0; step < 120; step++) {
    change(changed, step)
    const fresh = newRepository()
    for (const path of [...changed.files].reverse()) fresh.add(path)
    for (const summary of [...changed.summaries].reverse()) fresh.set(summary)
    assert.deepEqual(drawn(changed), drawn(fresh))
    counts.add(JSON.stringify(drawn(changed)))
  }
  assert.ok(counts.size > 20, 'the steps make a difference')
})

function change(repository: Repository, step: number): void {
  const path = `harbour/2025030${1 + (step % 6)}.md`
  if (step % 11 === 5) repository.add(step % 2 ? 'harbour/crane.png' : 'docs/page.md')
  else if (step % 13 === 7) repository.delete('harbour/crane.png')
  else if (step % 7 === 3) repository.delete(path)
  else repository.set(summarise(readMinutes(path, texts[(step * 3 + (step >> 2)) % texts.length]!)))
}

function newRepository(): Repository {
  return new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
}

function drawn({ absences, habits, forge }: Repository): unknown {
  const { relativeLinks, repositoryLinks, lacksPictures, leavesUploads } = absences
  return { relativeLinks, repositoryLinks, lacksPictures, leavesUploads, forge, empty: habits.leavesLinksEmpty }
}
