import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { skim } from '../../server/src/core/syntax/skim.ts'
import { type Section, sectionAt, spanOf, type Tree, Trees } from '../../server/src/core/syntax/tree.ts'
import { slice } from '../../server/src/core/text/span.ts'
import { markdownFiles } from './files.ts'

const text = `---
type: slide
---

before

# One

first

- item
  # nested

## Two

> # quoted

\`\`\`
# code
\`\`\`

### Three
text
## Four
# Five
last`

describe('the tree', () => {
  it('is nested as the headings are, those in lists, quotes and code left out', () => {
    assert.equal(outline(read(text).root), '(One (Two (Three) Four) Five)')
  })

  it('nests by depth, not by distance', () => {
    assert.equal(outline(read('### a\n# b\n#### c\n## d\n').root), '(a b (c d))')
  })

  it('covers every text', () => {
    for (const { text } of [...markdownFiles('test'), ...markdownFiles('../shared/corpus')]) {
      const { root, sections } = read(text)
      assert.equal(sections.map(({ own }) => slice(text, own)).join(''), text)
      assert.deepEqual(root.span, { start: 0, end: text.length })
      assertNested(root)
    }
  })

  it('begins behind a byte-order mark', () => {
    const { root } = read('\ufeff# a')
    assert.equal(root.own.start, 1)
    assert.deepEqual(spanOf(root.children[0]!, root.children[0]!.blocks()[0]!), { start: 1, end: 4 })
  })

  it('has the blocks of each section, with their places in the text', () => {
    assert.deepEqual(blocks(read(text), text), [
      ['yaml ---', 'paragraph before'],
      ['heading # One', 'paragraph first', 'list - item'],
      ['heading ## Two', 'blockquote > # quoted', 'code ```'],
      ['heading ### Three', 'paragraph text'],
      ['heading ## Four'],
      ['heading # Five', 'paragraph last'],
    ])
  })

  it('parses again what was edited, and nothing else', () => {
    const trees = new Trees()
    const before = trees.read(text, skim(text))
    const old = before.sections.map((section) => section.blocks())
    const edited = text.replace('### Three\ntext', '### Three\nmore text')
    const after = trees.read(edited, skim(edited))
    assert.deepEqual(
      after.sections.map((section, index) => section.blocks() === old[index]),
      [true, true, true, false, true, true],
    )
    assert.deepEqual(blocks(after, edited)[5], ['heading # Five', 'paragraph last'])
  })

  it('forgets what the text no longer says', () => {
    const trees = new Trees()
    const old = trees.read('# a', skim('# a')).sections[1]!.blocks()
    trees.read('# b', skim('# b'))
    assert.notEqual(trees.read('# a', skim('# a')).sections[1]!.blocks(), old)
  })

  it('finds the innermost section', () => {
    const tree = read(text)
    const title = (offset: number) => sectionAt(tree, offset).heading?.title
    assert.equal(title(0), undefined)
    assert.equal(title(text.indexOf('# One')), 'One')
    assert.equal(title(text.indexOf('# code')), 'Two')
    assert.equal(title(text.length), 'Five')
  })
})

function read(text: string): Tree {
  return new Trees().read(text, skim(text))
}

function outline({ heading, children }: Section): string {
  const inner = children.length > 0 ? `(${children.map(outline).join(' ')})` : ''
  return [heading?.title, inner].filter(Boolean).join(' ')
}

/** The type of each block and the first line of its text. */
function blocks({ sections }: Tree, text: string): string[][] {
  return sections.map((section) =>
    section.blocks().map((block) => `${block.type} ${slice(text, spanOf(section, block)!).split('\n')[0]}`),
  )
}

/** Children follow each other without gaps, behind their parent's own part and to its end. */
function assertNested({ span, own, children }: Section): void {
  assert.equal(own.start, span.start)
  let end = own.end
  for (const child of children) {
    assert.equal(child.span.start, end)
    assertNested(child)
    end = child.span.end
  }
  assert.equal(end, span.end)
}
