import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renamedHeading } from '../../server/src/core/ide/rename/heading.ts'
import { renamedAt } from '../../server/src/core/ide/rename/rename.ts'
import type { Renaming } from '../../server/src/core/ide/rename/renaming.ts'
import { type Moves, movedPath } from '../../server/src/core/repository/moves.ts'
import { skim } from '../../server/src/core/syntax/skim.ts'
import { folderOf, nameOf } from '../../server/src/core/text/path.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { readWorkspace } from '../cases/stage.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { randomFrom } from '../support/random.ts'
import { leadsOf, movesIn, movesOf, renameHost, textsAfter } from '../support/renaming.ts'
import { markdownFiles, otherFiles } from './files.ts'
import { forge, linksTo, strangeNames } from './strange-links.ts'

const folders = ['../shared/corpus/scs-minutes', 'test/sample']
const rounds = 40

for (const folder of folders) {
  const files = markdownFiles(folder).map(({ path, text }) => [path.slice(folder.length + 1), text] as const)
  describe(`new names in ${folder}`, { skip: files.length === 0 && 'there are none' }, () => {
    const texts = () => new Map([...otherFiles(folder), ...files])

    it('keep all links alive, and the old ones bring the same bytes back: files', () => {
      const random = randomFrom(1)
      const some = new Some(texts(), random)
      for (let round = 0; round < rounds; round += 1) {
        const path = some.linkedPath()
        const to = [`${folderOf(path)}/x ${nameOf(path)}`, `x/${path}`, nameOf(path)][round % 3]!
        some.movesThereAndBack(new Map([[path, to]]))
      }
      assert.ok(some.edits > rounds, `${some.edits} edits`)
    })

    it('keep all links alive, and the old ones bring the same bytes back: folders', () => {
      const random = randomFrom(2)
      const some = new Some(texts(), random)
      for (let round = 0; round < rounds / 4; round += 1) {
        const path = folderOf(some.path())
        if (path) some.movesThereAndBack(new Map([[path, [`${path} & more`, `x/${path}`][round % 2]!]]))
      }
      assert.ok(some.edits > rounds, `${some.edits} edits`)
    })

    it('keep all links alive, and the old ones bring the same bytes back: headings', () => {
      const random = randomFrom(3)
      const all = texts()
      const some = new Some(all.set('every-heading.md', linksToHeadings(all)), random)
      for (let round = 0; round < rounds; round += 1) some.headingThereAndBack(random)
      assert.ok(some.edits > rounds, `${some.edits} edits`)
    })
  })
}

describe('strange titles', () => {
  it('may hold half of a pair, which a file stores as the sign for what is unknown', () => {
    const texts = new Map([
      ['a.md', '# A\n\n## Übersicht\n'],
      ['b.md', '[a](a.md#%C3%BCbersicht)\n'],
    ])
    const workspace = readWorkspace(texts)
    const minutes = workspace.minutes('a.md')!
    const heading = minutes.facts.headings[1]!
    const renaming = renamedHeading(heading, 'A\ud800 b', minutes, workspace.repository) as Renaming
    const after = [...textsAfter(texts, renaming, new Map())].map(([path, text]) => [path, stored(text)] as const)
    assert.equal(leadsOf(readWorkspace(after), 'b.md')[0]?.heading, 1)
  })
})

/** A text as a file keeps it. */
function stored(text: string): string {
  return Buffer.from(text).toString()
}

describe('strange names', () => {
  it('keep all links alive, and the old ones do', () => {
    const random = randomFrom(4)
    const pick = () => strangeNames[random(strangeNames.length)]!
    for (let round = 0; round < rounds * 10; round += 1) {
      const [target, linker] = [`${pick()}/${pick()}.md`, `${pick()} linker/links.md`]
      const texts = new Map([
        ['.minutes.json', JSON.stringify({ forge, branch: 'main' })],
        [target, ['# First', '', ...linksTo(linker, folderOf(target))].join('\n')],
        [linker, ['# First', '', ...linksTo(target, folderOf(linker))].join('\n')],
      ])
      const some = new Some(texts, random)
      assert.equal(some.deadLinksOf(target) + some.deadLinksOf(linker), 0, `${target} and ${linker}`)
      const moves: Moves[] = [
        new Map([[target, `${folderOf(target)}/${pick()} new.md`]]),
        new Map([[target, `${pick()} new/${pick()}.md`]]),
        new Map([[folderOf(target), `${pick()} new`]]),
        new Map([[linker, `${pick()} new/${pick()}/${pick()}.md`]]),
        new Map([
          [target, linker],
          [linker, target],
        ]),
      ]
      some.movesThereAndBack(moves[round % moves.length]!, 'alive')
      assert.ok(some.edits > 0, `${target} is linked`)
    }
  })
})

/** Links to the headings of each tenth file. */
function linksToHeadings(texts: ReadonlyMap<string, string>): string {
  const files = [...texts].filter(([path], at) => path.endsWith('.md') && at % 10 === 0)
  const links = files.flatMap(([path, text]) => skim(text).headings.map(({ anchor }) => `- [a](${path}#${anchor})\n`))
  return links.join('')
}

/** Files of which some are renamed. */
class Some {
  /** How many places have changed. */
  edits = 0
  readonly #files: MemoryFiles
  readonly #workspace: Workspace
  readonly #random: (limit: number) => number

  constructor(texts: ReadonlyMap<string, string>, random: (limit: number) => number) {
    this.#files = new MemoryFiles(texts)
    this.#random = random
    const log = { info: () => {}, warn: () => {} }
    const clock = { today: () => '2024-01-02' as const }
    this.#workspace = new Workspace({ files: this.#files, clock, log, folderName: 'minutes' })
    for (const _ of this.#workspace.read()) void _
  }

  path(): string {
    const paths = [...this.#files.texts.keys()].sort()
    return paths[this.#random(paths.length)]!
  }

  /** The path of a file that others link, mostly. */
  linkedPath(): string {
    for (let tries = 0; tries < 50; tries += 1) {
      const path = this.path()
      if (this.#workspace.repository.backlinks(path).length) return path
    }
    return this.path()
  }

  /** How many links of a file lead nowhere. */
  deadLinksOf(path: string): number {
    return leadsOf(this.#workspace, path).filter((lead) => !lead).length
  }

  /** `alive`: how links are written makes no difference. */
  movesThereAndBack(moves: Moves, alive?: 'alive'): void {
    const before = new Map(this.#files.texts)
    const what = [...moves].map(([from, to]) => `${from} -> ${to}`).join()
    this.#make(movesIn(this.#workspace, moves), moves, what)
    const home = new Map([...moves].map(([from, to]) => [to, from]))
    this.#make(movesIn(this.#workspace, home), home, `${what}, and back`)
    if (!alive) this.#isAsBefore(before, what)
  }

  headingThereAndBack(random: (limit: number) => number): void {
    const linked = [...this.#workspace.repository.summaries].filter(({ headings }) => headings.length)
    const { path } = linked[random(linked.length)]!
    const { headings } = this.#workspace.minutes(path)!.facts
    const at = random(headings.length)
    const title = (place: number) => {
      const { content } = this.#workspace.minutes(path)!.facts.headings[place]!
      return this.#workspace.text(path)!.slice(content.start, content.end)
    }
    const old = title(at)
    const others = [title(random(headings.length)), 'Übrigens & more', `${old} again`]
    const before = new Map(this.#files.texts)
    for (const name of [others[random(others.length)]!, old]) {
      const renaming = this.#renamed(path, at, name)
      // A title that holds a handle or a link is asked for those, and one without letters is refused where links lead.
      if (!renaming) return
      this.#make(renaming, movesOf(renaming), `${path} "${old}" -> "${name}"`)
    }
    this.#isAsBefore(before, `${path} "${old}"`)
  }

  #renamed(path: string, at: number, name: string): Renaming | undefined {
    const minutes = this.#workspace.minutes(path)!
    const offset = minutes.facts.headings[at]!.span.start
    const place = { minutes, repository: this.#workspace.repository, offset, hostReadsMarkdown: false }
    const found = renamedAt(place, name, renameHost(this.#workspace))
    return found && 'edits' in found ? found : undefined
  }

  /** Changes the files, as an editor does. Every link that led somewhere leads to the same. */
  #make(renaming: Renaming, moves: Moves, what: string): void {
    const { repository } = this.#workspace
    this.edits += renaming.edits.length
    const before = new Map([...repository.summaries].map(({ path }) => [path, leadsOf(this.#workspace, path, moves)]))
    const old = this.#files.texts
    const after = textsAfter(old, renaming, moves)
    const changed = [...old.keys(), ...after.keys()].filter((path) => old.get(path) !== after.get(path))
    this.#files.texts = after
    this.#workspace.changed(new Set(changed))
    for (const [path, leads] of before) {
      const now = leadsOf(this.#workspace, movedPath(moves, path))
      leads.forEach((lead, at) => {
        if (lead?.to !== undefined) assert.deepEqual(now[at], lead, `${what}: link ${at + 1} of ${path}`)
      })
    }
  }

  #isAsBefore(before: ReadonlyMap<string, string>, what: string): void {
    const paths = [...new Set([...before.keys(), ...this.#files.texts.keys()])]
    const differ = paths.filter((path) => before.get(path) !== this.#files.texts.get(path))
    assert.deepEqual(differ, [], what)
  }
}
