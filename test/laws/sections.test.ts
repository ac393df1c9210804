import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { type Section, sectionAt } from '../../server/src/core/minutes/section.ts'
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

describe('sections', () => {
  it('are nested as the headings are, those in lists, quotes and code left out', () => {
    assert.equal(drawn(text), 'One (Two (Three) Four) Five')
  })

  it('nest by depth, not by distance', () => {
    assert.equal(drawn('### a\n# b\n#### c\n## d\n'), 'a b (c d)')
  })

  it('cover every text behind its first heading', () => {
    for (const { text } of [...markdownFiles('test'), ...markdownFiles('../shared/corpus')]) {
      const sections = sectionsOf(text)
      const own = sections.map(({ span, ownEnd }) => slice(text, { start: span.start, end: ownEnd }))
      assert.equal(own.join(''), text.slice(sections[0]?.span.start ?? text.length))
      assertNested(sections, text.length)
    }
  })

  it('are found by what stands in them', () => {
    const title = (offset: number) => sectionAt(sectionsOf(text), offset)?.heading.title
    assert.equal(title(0), undefined)
    assert.equal(title(text.indexOf('# One')), 'One')
    assert.equal(title(text.indexOf('# code')), 'Two')
    assert.equal(title(text.length), 'Five')
  })
})

function sectionsOf(text: string): readonly Section[] {
  return readMinutes('crane/20250312.md', text).sections
}

function drawn(text: string): string {
  const sections = sectionsOf(text)
  const draw = (parent?: Section): string =>
    childrenOf(sections, parent)
      .map((section) => [section.heading.title, draw(section) && `(${draw(section)})`].filter(Boolean).join(' '))
      .join(' ')
  return draw()
}

/** Children follow each other without gaps, behind their parent's own part and to its end. */
function assertNested(sections: readonly Section[], length: number, parent?: Section): void {
  const children = childrenOf(sections, parent)
  let end = parent ? parent.ownEnd : (children[0]?.span.start ?? length)
  for (const child of children) {
    assert.equal(child.span.start, end)
    assertNested(sections, length, child)
    end = child.span.end
  }
  assert.equal(end, parent ? parent.span.end : length)
}

function childrenOf(sections: readonly Section[], parent: Section | undefined): Section[] {
  return sections.filter((section) => section.parent === parent)
}
