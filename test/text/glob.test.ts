import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import picomatch from 'picomatch/posix.js'
import { globMatcher } from '../../server/src/core/text/glob.ts'
import { randomFrom } from '../support/random.ts'

const paths = [
  'archive',
  'archive/a.md',
  'archive/2025/a.md',
  'old/archive/a.md',
  'draft-a.md',
  'harbour/draft-a.md',
  'harbour/.hidden/a.md',
  'a[b].md',
  'a{b,c}.md',
  'a*.md',
  'ab.md',
  'ac.md',
  'a',
  'ä🛟.md',
]

const fitting: Readonly<Record<string, readonly string[]>> = {
  archive: ['archive'],
  'archive/**': ['archive/a.md', 'archive/2025/a.md'],
  'archive/*': ['archive/a.md'],
  '**/archive/*': ['archive/a.md', 'old/archive/a.md'],
  '**/draft-*.md': ['draft-a.md', 'harbour/draft-a.md'],
  '{old,harbour}/**': ['old/archive/a.md', 'harbour/draft-a.md', 'harbour/.hidden/a.md'],
  '{a{b,c},draft-*}.md': ['draft-a.md', 'ab.md', 'ac.md'],
  'a[bd-z].md': ['ab.md'],
  'a[!b].md': ['ac.md', 'a*.md'],
  'a\\*.md': ['a*.md'],
  'a\\[b\\].md': ['a[b].md'],
  'a\\{b,c\\}.md': ['a{b,c}.md'],
  'a?.md': ['ab.md', 'ac.md', 'a*.md'],
  '**': paths,
  'a[b': [],
  'a{b,c': [],
  '': [],
  'ä🛟': [],
  'ä🛟**': ['ä🛟.md'],
}

describe('a pattern fits whole paths', () => {
  for (const [pattern, expected] of Object.entries(fitting)) {
    test(pattern || 'that is empty', () => {
      assert.deepEqual(new Set(paths.filter(globMatcher(pattern))), new Set(expected))
    })
  }

  test('as a library says, which takes longer than anybody waits where somebody means harm', () => {
    const random = randomFrom(20250312)
    const pick = (pieces: readonly string[]) => pieces[random(pieces.length)]!
    const many = (pieces: readonly string[], most: number) =>
      Array.from({ length: 1 + random(most) }, () => pick(pieces)).join('')
    let fits = 0
    for (let count = 0; count < 4000; count += 1) {
      const names = Array.from({ length: 1 + random(3) }, () =>
        random(4) ? many(['a', 'b', '*', '?', '{a,b}', '[ab]'], 4) : '**',
      )
      const pattern = names.join('/')
      const path = Array.from({ length: 1 + random(4) }, () => many(['a', 'b'], 3)).join('/')
      // Two stars beside others are no matter of course, and what a pattern for the files of a folder says of the folder itself is of no use: a path is that of a file.
      if (pattern.endsWith('/**') || /[^/]\*\*|\*\*[^/]/.test(pattern)) continue
      assert.equal(globMatcher(pattern)(path), picomatch(pattern, { dot: true })(path), `${pattern} and ${path}`)
      fits += Number(globMatcher(pattern)(path))
    }
    assert.ok(fits > 200)
  })
})

describe('patterns that would keep a regular expression busy for years are answered', () => {
  const patterns = [
    `${'*a'.repeat(499)}b`,
    '**/a/'.repeat(200),
    '(a+)+b',
    '{a,aa}'.repeat(160),
    '{'.repeat(1000),
    '['.repeat(1000),
  ]
  for (const pattern of patterns) {
    test(pattern.slice(0, 20), () => {
      for (const path of ['a'.repeat(4000), `${'a/'.repeat(2000)}b`]) assert.equal(globMatcher(pattern)(path), false)
    })
  }
})
