import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { draw, isOurs, withoutCarets } from './drawing.ts'
import { contributedInjections, joinAlike, markdownTokenizer, type Token } from './tokenize.ts'

const CASES = 'test/grammar/cases.md'
const CORPUS = '../shared/corpus/scs-minutes'
const FENCE = /(?<=^````(\w+)\n)[\s\S]*?(?=\n````$)/gm
const HEADING_OR_FENCE = /^## (.+)$|^````(\w+)\n([\s\S]*?)\n````$/gm

// How many times as long as Markdown's own grammar ours may take on a line, which counts as what a clock can tell at least.
const MOST_TIMES_MARKDOWN = 40
const LEAST_MILLISECONDS = 10

// What a scope must say for VS Code to take its text as a comment or the like, where it does not suggest while one types.
const WITHOUT_SUGGESTIONS = /\b(comment|string|regex|meta\.embedded)\b/

const tokenize = await markdownTokenizer(contributedInjections())
const tokenizeAsMarkdown = await markdownTokenizer([])

const document = process.env.UPDATE_CASES ? updateCases() : readFileSync(CASES, 'utf8')

for (const { name, fences } of readSections(document)) {
  test(name, () => {
    for (const { kind, drawing } of fences) {
      const text = withoutCarets(drawing)
      assert.equal(redraw(drawing), drawing)
      assertOnlyAdds(text)
      if (kind === 'unchanged') assert.deepEqual(tokenize(text), tokenizeAsMarkdown(text))
    }
  })
}

test('minutes that people wrote keep the tokens of Markdown', { skip: !existsSync(CORPUS) }, () => {
  for (const file of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.md')) assertOnlyAdds(readFileSync(join(CORPUS, file), 'utf8'), file)
  }
})

test('no line takes much longer than with Markdown alone, however it is made', () => {
  const starts = ['', 'Minutes ', 'Minutes:', 'Minutes: none', '**Minutes:** ', 'No minutes', 'AI ', '@a']
  const pieces = [
    'a',
    ' ',
    '\t',
    '@',
    '@a-',
    '/@a',
    'AI',
    'AI ',
    '2023-',
    '20230209',
    '(',
    '[',
    '<',
    '<https:',
    '- ',
    '**',
    '_AI @x_ ',
  ]
  for (const start of starts) {
    for (const piece of pieces) {
      const line = (start + piece.repeat(3_000)).slice(0, 3_000)
      const factor = timesMarkdown(line)
      assert.ok(factor < MOST_TIMES_MARKDOWN, `"${start}" and many of "${piece}" takes ${factor} times as long`)
    }
  }
})

test('an editor suggests wherever a scope of this project is', () => {
  const scopes = [...document.matchAll(/\^ (\S+\.minutes)$/gm)].map(([, scope]) => scope!)
  assert.notDeepEqual(scopes, [])
  assert.deepEqual(
    scopes.filter((scope) => WITHOUT_SUGGESTIONS.test(scope)),
    [],
  )
})

/** What the machine does besides makes single runs longer, so both are measured again while the factor is too large. */
function timesMarkdown(line: string): number {
  let factor = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 5 && factor >= MOST_TIMES_MARKDOWN; attempt++) {
    const alone = Math.max(LEAST_MILLISECONDS, elapsed(tokenizeAsMarkdown, line))
    factor = Math.min(factor, elapsed(tokenize, line) / alone)
  }
  return factor
}

function elapsed(read: (text: string) => unknown, line: string): number {
  const start = performance.now()
  read(line)
  return performance.now() - start
}

interface Section {
  name: string
  fences: { kind: string; drawing: string }[]
}

function readSections(text: string): Section[] {
  const sections: Section[] = []
  for (const [, name, kind, drawing] of text.matchAll(HEADING_OR_FENCE)) {
    if (name) sections.push({ name, fences: [] })
    else if (kind && drawing) sections.at(-1)?.fences.push({ kind, drawing })
  }
  return sections
}

function updateCases(): string {
  const updated = readFileSync(CASES, 'utf8').replace(FENCE, (drawing) => redraw(drawing))
  writeFileSync(CASES, updated)
  return updated
}

function redraw(drawing: string): string {
  const text = withoutCarets(drawing)
  return draw(text, tokenize(text))
}

// Without this project's scopes the tokens are those of Markdown.
function assertOnlyAdds(text: string, message?: string): void {
  assert.deepEqual(tokenize(text).map(withoutOurs), tokenizeAsMarkdown(text), message)
}

function withoutOurs(tokens: Token[]): Token[] {
  return joinAlike(tokens.map((token) => ({ ...token, scopes: token.scopes.filter((scope) => !isOurs(scope)) })))
}
