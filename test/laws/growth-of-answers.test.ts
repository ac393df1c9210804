import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getOrInsert } from '../../server/src/core/collections.ts'
import { readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { shorthandsIn } from '../../server/src/core/minutes/shorthand.ts'
import { Issues } from '../../server/src/core/repository/issues.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import type { Link } from '../../server/src/core/syntax/facts.ts'
import { skim } from '../../server/src/core/syntax/skim.ts'
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
        const issues = new Issues({}, () => 'https://a.b/c/minutes')
        issues.replace('team/20230209.md', summaryOf(text))
        assert.ok(issues.newest.length)
      })
    })
  }
})
