import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isoDate } from '../../server/src/core/minutes/calendar.ts'
import { type Evidence, Teams } from '../../server/src/core/repository/teams.ts'
import { type Vote, Votes } from '../../server/src/core/repository/votes.ts'

const titles = ['Harbour', 'Team Harbour', 'SIG harbour', 'Harbour Lights', 'Lights', 'Documentation', 'Docs']
const folders = ['harbour', 'lights', 'docs', 'old/harbour']
const days = [1, 2, 3, 9, 10, 17, 24].map((day) => isoDate(2025, 3, day)!)

const line = fc.record({ title: fc.constantFrom(...titles), folder: fc.constantFrom(...folders) })
/** A report says something, and something else later. */
const report = fc.record({
  date: fc.constantFrom(...days),
  series: fc.constantFrom('call', 'board'),
  lines: fc.array(line, { maxLength: 5 }),
})

test('what teams are does not depend on the order in which reports were read, nor on what they said before', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 12 }), (told) => {
      const edited = new Teams([])
      const last = new Map<string, Evidence[]>()
      for (const { date, series, lines } of told) {
        const path = `${series}/${date}.md`
        edited.forget(path)
        const said = lines.map((one) => ({ ...one, date, report: path }))
        for (const evidence of said) edited.learn(evidence)
        last.set(path, said)
      }
      const fresh = new Teams([])
      for (const path of [...last.keys()].sort()) for (const evidence of last.get(path)!) fresh.learn(evidence)
      assert.deepEqual(drawn(edited), drawn(fresh))
    }),
  )
})

const vote = fc.record({
  report: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 0, max: 9 }),
  folder: fc.constantFrom('x', 'y', 'z'),
})

test('the nearest votes are those that a look at all of them finds', () => {
  fc.assert(
    fc.property(fc.array(vote), fc.array(vote), fc.integer({ min: -2, max: 12 }), (first, second, day) => {
      const votes = new Votes()
      for (const one of first) votes.add(one)
      const [gone] = first
      if (gone) votes.delete(gone.day, gone.report)
      for (const one of second) votes.add(one)
      const left: Vote[] = [...first.filter((one) => one.day !== gone!.day || one.report !== gone!.report), ...second]
      assert.equal(votes.size, left.length)
      const others = left.filter(({ report }) => report !== 'b')
      const distances = (found: readonly Vote[]) => found.map((one) => Math.abs(one.day - day))
      const nearest = distances(others)
        .sort((a, b) => a - b)
        .slice(0, 4)
      const found = votes.nearest(day, 4, 'b')
      assert.deepEqual(distances(found), nearest)
      assert.ok(found.every((one) => others.includes(one)))
      const counts = (folder: string) => others.filter((one) => one.folder === folder).length
      const enough = ['x', 'y', 'z'].filter((folder) => counts(folder) >= 2).sort((a, b) => counts(b) - counts(a))
      assert.deepEqual(
        votes.folders(
          2,
          left.filter(({ report }) => report === 'b'),
        ),
        enough,
      )
    }),
  )
})

/** All that can be asked of teams. */
function drawn(teams: Teams): unknown {
  return days.flatMap((date) => [
    teams.activeFolders(date, 3),
    ...folders.map((folder) => teams.titleOf(folder, date)),
    ...titles.flatMap((title) =>
      ['call', 'board'].map((series) => {
        const report = `${series}/${date}.md`
        return [teams.knows(title, report), teams.foldersOf(title, date, report, folders)]
      }),
    ),
  ])
}
