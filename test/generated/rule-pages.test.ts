import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { readablePage } from '../../scripts/rule-pages.mjs'

describe('a page for readers', () => {
  test('says what each example is, and shows it as it stands', () => {
    const page = [
      ['minutes path=crane/20250312.md', '`crane/20250312.md`:'],
      ['file path=crane/20250312.md', '`crane/20250312.md`:'],
      ['json settings', '`.minutes.json`:'],
      ['json settings today=2025-03-12', '`.minutes.json`, on 2025-03-12:'],
      ['saved', 'What the fix stores, and where:'],
      ['fixed safe', 'After the fix:'],
      ['fixed suggested', 'After the suggested fix:'],
      ['fixed suggested 2 path=crane/20250305.md', '`crane/20250305.md` after suggested fix 2:'],
    ] as const
    for (const [info, caption] of page) {
      const shown = readablePage(`Text\n\n\`\`\`\`${info}\n# Crane\n\n  ^^^ hint\n\`\`\`\`\n\nMore\n`)
      assert.equal(shown, `Text\n\n${caption}\n\n    # Crane\n\n      ^^^ hint\n\nMore\n`)
    }
  })

  test('says of a file without a text, such as a picture, that it is there', () => {
    const shown = readablePage('Text\n\n````file path=crane/hook.png\n````\n\n````file path=b.md\n# B\n````\n')
    assert.equal(shown, 'Text\n\nThe repository has `crane/hook.png`.\n\n`b.md`:\n\n    # B\n')
    for (const page of readdirSync('dist/rules'))
      assert.doesNotMatch(readFileSync(`dist/rules/${page}`, 'utf8'), /:\n{4}/, `${page} has an empty example`)
  })

  test('keeps all other fences', () => {
    for (const fence of [
      '````jsonc\n{}\n````\n',
      '```minutes path=a\n# A\n```\n',
      '`````\n````minutes\n````\n`````\n',
    ]) {
      assert.equal(readablePage(fence), fence)
    }
  })

  test('leads to other pages', () => {
    assert.equal(readablePage('See [that](../date-mismatch/README.md#fixes).'), 'See [that](date-mismatch.md#fixes).')
  })

  test('leads nowhere else that is not there', () => {
    const pages = readdirSync('dist/rules')
    for (const page of pages) {
      // What examples show leads nowhere on purpose.
      const prose = readFileSync(`dist/rules/${page}`, 'utf8').replace(/^ {4}.*$|`[^`\n]*`/gm, '')
      const links = [...prose.matchAll(/\]\((?!https:)([^)#\s]+\.md)/g)]
      for (const [, file] of links) assert.ok(pages.includes(file!), `${page} links ${file}`)
    }
  })
})
