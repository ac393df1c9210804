import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Coverage } from './coverage.ts'
import { planted } from './planted.ts'
import { Search, type Way } from './search.ts'
import { fewest, shortest } from './shrink.ts'
import { blocks, texts, textsFrom } from './subjects.ts'

const seed = 3
const most = 5000

describe('a search that coverage guides', () => {
  const coverage = new Coverage((module) => module === 'test/guided/planted.ts')
  after(() => coverage.stop())
  const searched = (way: Way) => new Search({ ...textsFrom(['']), law: planted }, coverage, way, seed)

  it('finds what as many inputs by chance do not, and the same for the same seed', () => {
    const search = searched('guided')
    const broken = search.broken(most)
    assert.equal(broken?.input, '# Harbour\nMinutes: none yet')
    assert.equal(String(broken.error), 'Error: planted')
    assert.deepEqual(searched('guided').broken(search.tried)?.input, broken.input)
    assert.equal(searched('mutating').broken(search.tried), undefined)
    assert.equal(searched('fresh').broken(search.tried), undefined)
  })
})

describe(`what holds of what runs new code, seed ${seed}`, () => {
  const coverage = new Coverage((module) => module.startsWith('server/src/'))
  after(() => coverage.stop())

  it('of minutes', () => {
    const subject = texts()
    const search = new Search({ ...subject, seeds: subject.seeds.slice(0, 4) }, coverage, 'guided', seed)
    assert.equal(search.broken(48), undefined)
    assert.ok(search.kept > 0)
  })

  it('of blocks of Markdown', () => {
    const search = new Search(blocks(), coverage, 'guided', seed)
    assert.equal(search.broken(48), undefined)
    assert.ok(search.kept > 0)
  })
})

describe('what fails is told by', () => {
  it('as few parts as fail', () => {
    const fails = (parts: readonly number[]) => parts.includes(3) && parts.includes(7)
    assert.deepEqual(fewest([1, 2, 3, 4, 5, 6, 7, 8, 9], fails), [3, 7])
  })

  it('no line and no character more', () => {
    assert.equal(
      shortest('# Harbour\n\n- oil\n- AI @ines-berg: rope\n', (text) => /- .*@i/.test(text)),
      '- @i',
    )
  })
})
