import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newMinutes } from '../../server/src/core/authoring/new-minutes/new-minutes.ts'
import { getOrInsert } from '../../server/src/core/collections.ts'
import { completeHeading } from '../../server/src/core/ide/completion/heading-line.ts'
import { lensesOf } from '../../server/src/core/ide/lens/lens.ts'
import { fileLinks } from '../../server/src/core/ide/navigation/links.ts'
import { referencesAt } from '../../server/src/core/ide/navigation/references.ts'
import { renamedHeading } from '../../server/src/core/ide/rename/heading.ts'
import { Names } from '../../server/src/core/ide/symbols/names.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { shorthandsIn } from '../../server/src/core/minutes/shorthand.ts'
import { Issues } from '../../server/src/core/repository/issues.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'
import type { Link } from '../../server/src/core/syntax/facts.ts'
import { skim } from '../../server/src/core/syntax/skim.ts'
import type { Workspace } from '../../server/src/core/workspace.ts'
import { readWorkspace } from '../cases/stage.ts'
import { assertProportional, hostileMinutes, many } from './hostile.ts'

describe('the texts of links to issues are read in time that grows with their number', () => {
  const links = new Map<string, readonly Link[]>()
  it('without a number in any', () => {
    const text = hostileMinutes['links to issues whose texts have no number']!
    const read = (text: string) => {
      for (const link of getOrInsert(links, text, () => skim(text).links)) shorthandsIn(text, link.text)
    }
    assertProportional(text, read, 1_000_000)
  })
})

describe('issues are known in time that grows with what is said of them', () => {
  const linked = (name: string, at: number) => `[${name}#${at}](https://a.b/c/${name}/-/issues/${at}) `
  const texts: Readonly<Record<string, (length: number) => string>> = {
    'issues that nobody has linked': (length) => many(length, (at) => `${linked('d', at)}e#${at} `) + linked('e', 99),
    'repositories that are named in full': (length) =>
      many(length, (at) => `${linked(`d${at}`, 1)}c/d${at}#${(at % 900) + 10} `),
  }
  const summaries = new Map<string, Summary>()
  const summaryOf = (text: string) =>
    getOrInsert(summaries, text, () => summarise(readMinutes('team/20230209.md', text)))
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      assertProportional(text, (text) => {
        const summary = summaryOf(text)
        const issues = new Issues({}, () => 'https://a.b/c/minutes', new Map([[summary.path, summary]]))
        issues.replace(summary.path, summary, undefined)
        assert.ok(issues.newest.length)
      })
    })
  }
})

describe('links to headings are followed in time that grows with their number', () => {
  const headings = (length: number) => `# T\n\n${many(length / 8, (at) => `## T ${at}\n\n`)}`
  const links = (length: number) => many(length, (at) => `[a](terms.md#t-${(at * 7) % (length / 160)}) `)
  const text = (length: number) => headings(length) + links(length)
  const repositoryOf = (text: string) => {
    const end = text.indexOf('[a](')
    const [terms, page] = [readMinutes('terms.md', text.slice(0, end)), readMinutes('page.md', text.slice(end))]
    const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
    for (const minutes of [terms, page]) repository.set(summarise(minutes))
    const place = {
      minutes: terms,
      repository,
      offset: terms.facts.headings[1]!.content.start,
      hostReadsMarkdown: false,
    }
    return { repository, terms, page, place }
  }
  const answers: Readonly<Record<string, (asked: ReturnType<typeof repositoryOf>) => unknown>> = {
    lenses: ({ terms, repository }) => lensesOf(terms, repository, new Set(['links'])),
    references: ({ place }) => referencesAt(place, true),
    'a new name': ({ terms, repository }) => renamedHeading(terms.facts.headings[1]!, 'Other', terms, repository),
    'links of the file': ({ page, repository }) => fileLinks(page, repository, false),
  }
  for (const [name, answer] of Object.entries(answers)) {
    const known = new Map<string, ReturnType<typeof repositoryOf>>()
    it(name, () => {
      assertProportional(text, (text) => answer(getOrInsert(known, text, () => repositoryOf(text))), 800_000)
    })
  }
})

describe('minutes are made in time that grows with the last ones', () => {
  const texts: Readonly<Record<string, (length: number) => string>> = {
    headings: (length) => many(length, (at) => `## Topic ${at}\n\n`),
    actions: (length) => many(length, (at) => `- AI @ines-berg: count rope ${at}\n`),
    roles: (length) => many(length, () => '- Minute taker: @ines-berg\n'),
    participants: (length) => `## Participants\n\n${many(length, () => '- [x] @ines-berg\n')}`,
    'pictures that nobody has saved': (length) =>
      many(length, (at) => `- ![](https://pad.example/uploads/${at}.png)\n`),
    'notices of a pad': (length) => many(length, () => '- The text of this pad will be public\n'),
    'links that lead nowhere': (length) => many(length, (at) => `- [rope](ropes${at}.md)\n`),
  }
  for (const [name, text] of Object.entries(texts)) {
    const known = new Map<string, Workspace>()
    const workspaceOf = (text: string) => {
      const all = ['05', '12'].map((day) => [`team/202502${day}.md`, `# T\n\n${text}`] as const)
      return readWorkspace([...all, ['.minutes.json', '{ "uploads": ["https://pad.example/uploads/"] }']])
    }
    it(name, () => {
      assertProportional(
        text,
        (text) => {
          const workspace = getOrInsert(known, text, () => workspaceOf(text))
          const asked = { folder: 'team', day: '2025-02-19', today: '2025-02-12' }
          assert.ok('text' in newMinutes(asked, workspace.repository, (path) => workspace.minutes(path)))
        },
        400_000,
      )
    })
  }
})

describe('names are known in time that grows with the files that have them', () => {
  const count = (length: number) => 'x'.repeat(length)

  it('one name in all files, which are deleted', () => {
    assertProportional(
      count,
      ({ length }) => {
        const names = new Names<number>()
        const files = Array.from({ length }, (_, at) => at)
        for (const file of files) names.add('Ropes', file)
        for (const file of files.reverse()) names.remove(names.idOf('Ropes')!, file)
      },
      80_000,
    )
  })

  it('headings of earlier meetings', () => {
    const text = (length: number) => `# T\n\n${many(length, (at) => `## T ${at}\n\n`)}`
    const known = new Map<string, Repository>()
    const repositoryOf = (text: string) => {
      const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
      for (const day of ['01', '08', '15']) {
        repository.set(summarise(readMinutes(`team/202502${day}.md`, text.replaceAll('T ', `Rope ${day} `))))
      }
      return repository
    }
    const own = readMinutes('team/20250222.md', '# T\n\n## ')
    assertProportional(
      text,
      (text) => {
        const repository = getOrInsert(known, text, () => repositoryOf(text))
        const place = { minutes: own, repository, offset: own.text.length, today: '2025-02-22' as const }
        assert.ok(completeHeading({ ...place, hostReadsMarkdown: false })?.length)
      },
      400_000,
    )
  })
})
