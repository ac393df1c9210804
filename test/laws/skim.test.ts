import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import spec from 'commonmark-spec'
import type { Facts } from '../../server/src/core/syntax/facts.ts'
import { skim } from '../../server/src/core/syntax/skim.ts'
import type { Span } from '../../server/src/core/text/span.ts'
import { draw } from './draw.ts'
import { markdownFiles } from './files.ts'
import { growth, hostile } from './hostile.ts'
import { remarkFacts } from './remark.ts'

const texts = markdownFiles('test/laws/texts')

describe('skim says what remark-parse says', () => {
  it('of every Markdown file of the tests', () => {
    assert.ok(texts.length > 0)
    for (const { path, text } of markdownFiles('test')) assertSame(path, text)
  })

  it('of the examples of the CommonMark specification, but for those that are listed', () => {
    const listed = differences()
    assert.ok(spec.tests.length > 600)
    for (const { markdown, number, section } of spec.tests) {
      const name = `example ${number}, ${section}`
      const text = markdown.replaceAll('→', '\t')
      if (!listed.delete(name)) assertSame(name, text)
      else assert.notDeepEqual(draw(text, skim(text)), draw(text, remarkFacts(text)), `${name} need not be listed`)
    }
    assert.deepEqual([...listed], [], 'there is no such example')
  })

  const corpus = markdownFiles('../shared/corpus')
  it('of every file of the corpus', { skip: corpus.length === 0 && 'there is no corpus' }, () => {
    for (const { path, text } of corpus) assertSame(path, text)
  })
})

describe('skim takes any text', () => {
  for (const { path, text } of texts) {
    it(`each beginning of ${path}`, () => {
      for (let end = 0; end <= text.length; end++) assertInOrder(text.slice(0, end), skim(text.slice(0, end)))
    })

    it(`${path} with Windows line ends`, () => {
      assert.deepEqual(skim(text.replaceAll('\n', '\r\n')), moved(skim(text), lineEndsBefore(text)))
    })

    it(`${path} with old Macintosh line ends`, () => {
      assert.deepEqual(skim(text.replaceAll('\n', '\r')), skim(text))
    })

    it(`${path} with a byte-order mark`, () => {
      assert.deepEqual(
        skim(`\ufeff${text}`),
        moved(skim(text), (offset) => offset + 1),
      )
    })
  }
})

describe('skim takes time in proportion to the length', () => {
  for (const [name, piece] of Object.entries(hostile)) {
    it(name, () => {
      // The square would be 64 times as much.
      const limit = 32
      const factor = growth(piece, skim, limit)
      assert.ok(factor < limit, `eight times the text took ${factor.toFixed(1)} times as long`)
    })
  }
})

describe('skim decides', () => {
  it('that mail is no link, unless it is written as a URL', () => {
    assert.deepEqual(links('<a@b.org> a@b.org <mailto:a@b.org>'), ['autolink mailto:a@b.org'])
  })

  it('that a link in the alternative text of an image is text', () => {
    assert.deepEqual(links('![see [x](y) `z`](a.png)'), ['image a.png'])
  })

  it('that a URL behind an unclosed bracket is a link', () => {
    assert.deepEqual(links('[minutes (https://example.org/a/2024.md), or'), ['literal https://example.org/a/2024.md'])
  })

  it('that the first definition counts', () => {
    assert.deepEqual(links('[A  b]\n\n[a b]: x\n[a b]: y'), ['reference x', 'definition x', 'definition y'])
  })

  it('that an anchor is made of the text, without pictures and tags', () => {
    const [heading] = skim('## ![logo](a.png) <b>Team</b> *Storage* & `k8s_x`').headings
    assert.equal(heading?.title, 'logo Team Storage & k8s_x')
    assert.equal(heading?.anchor, '-team-storage--k8s_x')
  })

  it('that equal headings get numbers', () => {
    const { headings } = skim('# Topics\n## Topics\n# topics')
    assert.deepEqual(
      headings.map(({ anchor }) => anchor),
      ['topics', 'topics-1', 'topics-2'],
    )
  })

  it('that headings in items and quotes are nested', () => {
    const { headings } = skim('# a\n\n- # b\n\n> c\n> ===\n\n # d')
    assert.deepEqual(
      headings.map(({ title, nested }) => [title, nested]),
      [
        ['a', false],
        ['b', true],
        ['c', true],
        ['d', false],
      ],
    )
  })

  it('that the content of an item begins behind the blanks, and that of an empty one ends its line', () => {
    assert.deepEqual(skim('-  a\n   1. [ ] b\n- \n').items, [
      { marker: { start: 0, end: 1 }, content: 3, depth: 0, end: 16 },
      { marker: { start: 8, end: 10 }, content: 11, depth: 1, end: 16 },
      { marker: { start: 17, end: 18 }, content: 19, depth: 0, end: 18 },
    ])
  })

  function links(text: string): string[] {
    return skim(text).links.map(({ kind, destination }) => `${kind} ${text.slice(destination.start, destination.end)}`)
  }
})

/** The examples that test/laws/commonmark-differences.md lists, each with a reason. */
function differences(): Set<string> {
  const rows = readFileSync('test/laws/commonmark-differences.md', 'utf8').matchAll(/^\| (\d+) \| (.+?) \| .+\. \|$/gm)
  return new Set(Array.from(rows, ([, number, section]) => `example ${number}, ${section}`))
}

function assertSame(name: string, text: string): void {
  assert.deepEqual(draw(text, skim(text)), draw(text, remarkFacts(text)), name)
}

/** Spans lie inside of the text, those of one kind in order; a part lies inside of its whole. */
function assertInOrder(text: string, { frontMatter, headings, links, items, breaks, code, html }: Facts): void {
  assertSpans(text, frontMatter ? [frontMatter.span] : [])
  for (const list of [headings, links]) {
    assertSpans(
      text,
      list.map(({ span }) => span),
    )
  }
  for (const list of [items.map(({ marker }) => marker), breaks, code, html]) assertSpans(text, list)
  for (const { span, content } of headings) assertInside(content, span)
  for (const { span, text: label } of links) assertInside(label, span)
  for (const { marker, content } of items) assert.ok(marker.end <= content && content <= text.length)
}

function assertSpans(text: string, spans: readonly Span[]): void {
  let last = 0
  for (const { start, end } of spans) {
    assert.ok(last <= start && start < end && end <= text.length, `${start}–${end} in ${JSON.stringify(text)}`)
    last = start
  }
}

function assertInside(part: Span, whole: Span): void {
  assert.ok(whole.start <= part.start && part.start <= part.end && part.end <= whole.end)
}

function moved<T>(value: T, move: (offset: number) => number): T {
  const offsets = new Set(['start', 'end', 'content'])
  const walk = (key: string, node: unknown): unknown => {
    if (typeof node === 'number') return offsets.has(key) ? move(node) : node
    if (Array.isArray(node)) return node.map((child) => walk('', child))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, walk(name, child)]))
  }
  return walk('', value) as T
}

/** Where an offset of the text is when each line end has two characters. */
function lineEndsBefore(text: string): (offset: number) => number {
  const before = [0]
  for (const character of text.split('')) before.push(before.at(-1)! + (character === '\n' ? 1 : 0))
  return (offset) => offset + before[offset]!
}
