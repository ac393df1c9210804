import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { daysBetween, type IsoDate, isoDate } from '../../server/src/core/minutes/calendar.ts'
import { alike, leastAlike, TeamWords } from '../../server/src/core/repository/team-words.ts'
import { type Evidence, Teams } from '../../server/src/core/repository/teams.ts'
import { Votes } from '../../server/src/core/repository/votes.ts'
import { compareTexts } from '../../server/src/core/text/order.ts'

const titles = ['Harbour', 'Team Harbour', 'SIG harbour', 'Harbour Lights', 'Lights', 'Documentation', 'Docs', 'Team']
const folders = ['harbour', 'lights', 'docs', 'old/harbour']
const days = [1, 2, 3, 9, 10, 17, 24].map((day) => isoDate(2025, 3, day)!)
const series = ['call', 'board']
/** Lists of folders, each of which comes and goes as a whole. */
const known = [folders, folders.slice(1), ['lights', 'harbour/docs']]

const line = fc.record({ title: fc.constantFrom(...titles), folder: fc.constantFrom(...folders) })
/** A report says something, or something else than before; and the folders may be others by then. */
const step = fc.record({
  date: fc.constantFrom(days[0]!, days[2]!, days[4]!, days[5]!),
  series: fc.constantFrom(...series),
  lines: fc.array(line, { maxLength: 5 }),
  folders: fc.constantFrom(...known),
})

describe('teams are what the reports say now', () => {
  it('in whatever order they were read, whatever they said before, and whatever was asked meanwhile', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const teams = new Teams([])
        const said = new Map<string, Evidence[]>()
        for (const { date, series, lines, folders } of steps) {
          const report = `${series}/${date}.md`
          const evidence = lines.map((one) => ({ ...one, date, report }))
          teams.forget(report)
          for (const one of evidence) teams.learn(one)
          said.set(report, evidence)
          assert.deepEqual(drawn(teams, folders), drawn(plainTeams([...said.values()].flat()), folders))
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('of what one report says in several lines', () => {
  const line = (folder: string) => ({ report: 'call/2025-03-10.md', day: 10, folder })

  it('the first line comes first, from whichever side one looks', () => {
    const votes = new Votes()
    for (const folder of ['x', 'y']) votes.add(line(folder))
    for (const day of [3, 10, 17]) assert.deepEqual(votes.nearest(day, 1), [line('x')])
  })

  it('all goes when the report does, and nothing else', () => {
    const votes = new Votes()
    const other = { ...line('z'), report: 'board/2025-03-10.md' }
    for (const one of [line('x'), other, line('y')]) votes.add(one)
    votes.delete(10, 'call/2025-03-10.md')
    votes.delete(10, 'nobody/2025-03-10.md')
    assert.deepEqual([votes.size, votes.nearest(10, 5), votes.folders(1, [])], [1, [other], ['z']])
  })
})

type Asked = Pick<Teams, 'knows' | 'titleOf' | 'foldersOf' | 'activeFolders'>

/** All that can be asked of teams. */
function drawn(teams: Asked, folders: readonly string[]): unknown {
  return days.flatMap((date) => [
    teams.activeFolders(date, 3),
    ...folders.map((folder) => teams.titleOf(folder, date)),
    ...[...titles, 'Documents'].flatMap((title) =>
      series.map((folder) => {
        const report = `${folder}/${date}.md`
        return [title, report, teams.knows(title, report), teams.foldersOf(title, date, report, folders)]
      }),
    ),
  ])
}

/** The same answers, found by a look at everything. */
function plainTeams(evidence: readonly Evidence[]): Asked {
  const words = new TeamWords()
  const keyOf = (title: string) => words.keyOf(title)
  const likely = (votes: readonly Evidence[], date: IsoDate) => {
    const first = mostFrequent(nearest(votes, date).map(({ folder }) => folder))
    const count = (folder: string) => votes.filter((vote) => vote.folder === folder).length
    const enough = [...new Set(votes.map(({ folder }) => folder))].filter((folder) => count(folder) > 1)
    return [...(first ? [first] : []), ...enough.sort((a, b) => count(b) - count(a) || compareTexts(a, b))]
  }
  return {
    knows: (title, report) => evidence.some((one) => keyOf(one.title) === keyOf(title) && one.report !== report),
    titleOf: (folder, date) => {
      const votes = evidence.filter((one) => one.folder === folder)
      return mostFrequent(nearest(votes, date).map(({ title }) => title))
    },
    activeFolders: (date, within) => {
      const near = evidence.filter((one) => Math.abs(daysBetween(one.date, date)) <= within)
      return [...new Set(near.map(({ folder }) => folder))].sort()
    },
    foldersOf: (title, date, report, folders) => {
      if (!keyOf(title)) return []
      const others = evidence.filter((one) => one.report !== report)
      const under = (key: string) => others.filter((one) => keyOf(one.title) === key)
      const spelt = others.filter((one) => one.title.toLowerCase() === title.toLowerCase())
      const score = (name: string) => alike(words.of(title), words.of(name))
      const keys = [...new Set(evidence.map((one) => keyOf(one.title)))].sort()
      const named = [
        ...keys.map((key) => ({ score: score(key), found: () => likely(under(key), date) })),
        ...folders.toSorted().map((folder) => ({ score: score(folder.split('/').at(-1)!), found: () => [folder] })),
      ]
      const near = named.filter(({ score }) => score >= leastAlike).sort((a, b) => b.score - a.score)
      const known = likely(spelt.length > 1 ? spelt : under(keyOf(title)), date)
      return [...new Set([...known, ...near.flatMap(({ found }) => found())])]
    },
  }
}

function nearest(votes: readonly Evidence[], date: IsoDate): Evidence[] {
  const distance = (one: Evidence) => Math.abs(daysBetween(one.date, date))
  const inOrder = (a: Evidence, b: Evidence) =>
    distance(a) - distance(b) || compareTexts(a.date, b.date) || compareTexts(a.report, b.report)
  return votes.toSorted(inOrder).slice(0, 5)
}

function mostFrequent(words: readonly string[]): string | undefined {
  const count = (word: string) => words.filter((one) => one === word).length
  return words.toSorted((a, b) => count(b) - count(a))[0]
}
