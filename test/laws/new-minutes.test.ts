import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newMinutes } from '../../server/src/core/authoring/new-minutes/new-minutes.ts'
import { addDays } from '../../server/src/core/minutes/calendar.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { markdownFiles, otherFiles } from './files.ts'

for (const folder of ['test/sample', '../shared/corpus/scs-minutes']) {
  const files = markdownFiles(folder).map(({ path, text }) => [path.slice(folder.length + 1), text] as const)
  describe(`what is made for a meeting of ${folder} has no faults`, { skip: !files.length && 'there is none' }, () => {
    let today = '2000-01-01'
    let compared = 0
    const workspace = new Workspace({
      files: new MemoryFiles([...otherFiles(folder), ...files]),
      clock: { today: () => today },
      log: { info: () => {}, warn: () => {} },
      folderName: 'minutes',
    })
    for (const _ of workspace.read()) void _
    const { repository } = workspace
    for (const series of repository.seriesFolders) {
      it(series, () => {
        for (const { day, path, summary } of repository.series(series)!.meetings.slice(1)) {
          repository.delete(path)
          const made = newMinutes({ folder: series, day, today: day }, repository, (path) => workspace.minutes(path))
          if ('text' in made) {
            today = day
            workspace.edit(made.path, made.text)
            const found = workspace
              .check(workspace.minutes(made.path)!)
              .map(({ rule, message }) => `${rule}: ${message}`)
            assert.deepEqual(found, [], `${made.path}\n\n${made.text}`)
            workspace.close(made.path)
            assert.ok(made.cursor <= made.text.length)
          }
          repository.set(summary)
        }
      })
      it(`${series}, where a meeting was cancelled`, () => {
        for (const { day, path, summary } of repository.series(series)!.meetings.slice(1)) {
          const last = repository
            .series(series)!
            .meetings.filter((meeting) => meeting.day < day)
            .slice(-9)
          // Where most are as short, that is what the team writes.
          const short = last.filter((meeting) => meeting.summary.fullLines <= 2)
          const isRare = (short.length + 1) * 2 <= last.length + 1
          repository.delete(path)
          const asked = { folder: series, day: addDays(day, 1), today: day }
          const stub = readMinutes(path, `# Meeting ${day}\n\nCancelled, everybody was ill.\n`)
          const made = newMinutes(asked, repository, (path) => workspace.minutes(path))
          repository.set(summarise(stub))
          const behind = newMinutes(asked, repository, (other) => (other === path ? stub : workspace.minutes(other)))
          const isAlike = isRare && 'text' in made && 'text' in behind && !behind.text.includes(path)
          if (isAlike) {
            assert.deepEqual(behind, made)
            compared += 1
          }
          repository.set(summary)
        }
      })
    }
    it('and some were compared with those where none was cancelled', () => assert.ok(compared > 0))
  })
}
