import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findSymbols } from '../../server/src/core/ide/symbols/find-symbols.ts'
import { addDays, isoDate } from '../../server/src/core/minutes/calendar.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { readFiles, readWorkspace } from '../cases/stage.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { randomFrom } from '../support/random.ts'
import { markdownFiles, otherFiles } from './files.ts'

const today = '2026-01-15'
const folders = ['test/sample', '../shared/corpus/scs-minutes']

describe('what is known of a repository is the same, in whatever order its files came', () => {
  for (const folder of folders) {
    const texts = textsOf(folder)
    it(folder, { skip: !texts.length && 'it is not there' }, () => {
      const expected = known(readWorkspace(new Map(texts), today))
      for (const order of [[...texts].reverse(), shuffled(texts)]) {
        assert.deepEqual(known(readWorkspace(new Map(order), today)), expected)
      }
    })
  }
})

describe('and whatever its files said when somebody asked before, however many have changed since', () => {
  const repositories = { 'a year of weeks': weeks(), ...Object.fromEntries(folders.map((one) => [one, textsOf(one)])) }
  for (const [name, texts] of Object.entries(repositories)) {
    it(name, { skip: !texts.length && 'it is not there' }, () => {
      const expected = known(readWorkspace(new Map(texts), today))
      for (const seed of [1, 2, 3]) {
        const files = new MemoryFiles(before(texts, seed))
        const workspace = readFiles(files, today)
        known(workspace)
        const paths = new Set([...files.texts.keys(), ...texts.map(([path]) => path)])
        // With other settings everything would be made anew.
        paths.delete(settingsFile)
        files.texts = new Map(texts)
        workspace.changed(shuffled([...paths]))
        assert.deepEqual(known(workspace), expected)
      }
    })
  }
})

/** Minutes of three teams and the reports on them, some of whose links leave out the branch. */
function weeks(): [path: string, text: string][] {
  const forge = 'https://github.com/lighthouse-commons/minutes/blob'
  const settings = JSON.stringify({ forge: 'https://github.com/lighthouse-commons/minutes', branch: 'main' })
  const all: [string, string][] = [[settingsFile, settings]]
  for (let week = 0; week < 52; week += 1) {
    const day = addDays(isoDate(2025, 1, 6)!, 7 * week)
    const file = `${day.replaceAll('-', '')}.md`
    for (const team of ['harbour', 'lamps', 'docs'])
      all.push([`${team}/${file}`, `# Team ${team} ${day}\n\n* @kim${week % 5}: lamps#${week} is lit\n`])
    const sections = ['harbour', 'lamps', 'docs'].map((team, at) => {
      return `## The ${team} of season ${week}\n\nMinutes: ${forge}/${(week + at) % 3 ? '' : 'main/'}${team}/${file}\n`
    })
    all.push([`call/${file}`, `# Call ${day}\n\n${sections.join('\n')}`])
  }
  return all
}

/** The same repository at another time: files are missing, say what others say now, or are called otherwise. */
function before(texts: readonly (readonly [string, string])[], seed: number): [path: string, text: string][] {
  const random = randomFrom(seed)
  return texts.flatMap(([path, text]): [string, string][] => {
    if (path === settingsFile) return [[path, text]]
    const kind = random(4)
    if (kind === 0) return []
    if (kind === 1) return [[path, texts[random(texts.length)]![1]]]
    return [[kind === 2 ? path : `old/${path}`, text]]
  })
}

function textsOf(folder: string): [path: string, text: string][] {
  const minutes = markdownFiles(folder).map(({ path, text }): [string, string] => [path.slice(folder.length + 1), text])
  return [...otherFiles(folder), ...minutes].sort()
}

function known(workspace: Workspace): unknown {
  const { repository } = workspace
  const paths = [...repository.files].sort()
  return {
    findings: paths.map((path) => {
      const minutes = workspace.minutes(path)
      return minutes && workspace.check(minutes).map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }))
    }),
    issues: repository.issues.newest,
    people: [...repository.people.all]
      .map(({ key, handle, name, count }) => ({ key, handle, name, count }))
      .sort(byKey),
    links: paths.map((path) => repository.backlinks(path)),
    teams: repository.seriesFolders.toSorted().map((folder) => {
      const reports = repository.isReportSeries(folder)
      const { meetings } = repository.series(folder)!
      return [folder, reports, ...meetings.map(({ day }) => repository.teams.titleOf(folder, day))]
    }),
    // Which of those that fit equally well comes first, is nobody's business.
    symbols: ['', 'ha', '2025', 'lamp'].map((text) =>
      findSymbols({ text, most: 10_000, hostReadsMarkdown: false }, repository)
        .map(({ path, name, span, rank }) => [rank, path, name, span.start].join(' '))
        .sort(),
    ),
  }
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const random = randomFrom(1)
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
