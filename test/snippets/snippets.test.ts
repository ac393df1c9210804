import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { expandSnippet, variablesOf } from './expand.ts'

interface Snippet {
  prefix: string
  description: string
  body: string[]
}

const CASES = 'test/snippets/cases.md'
const TODAY = '2023-02-10'
const CASE = /(?<=^````minutes path=(\S+) snippet=(\S+)\n)[\s\S]*?(?=\n````$)/gm

const contributed: { language: string; path: string }[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes
  .snippets
const snippets = contributed.flatMap(({ path }) =>
  Object.entries<Snippet>(JSON.parse(readFileSync(path, 'utf8'))).map(([name, snippet]) => ({ name, ...snippet })),
)

test('the snippets are those of Markdown', () => {
  assert.deepEqual([...new Set(contributed.map(({ language }) => language))], ['markdown'])
  assert.notEqual(snippets.length, 0)
})

for (const { name, ...snippet } of snippets) {
  test(`${name} is a snippet that VS Code reads`, () => {
    assert.deepEqual(Object.keys(snippet).sort(), ['body', 'description', 'prefix'])
    assert.match(snippet.prefix, /^[a-z]+$/, 'A prefix is one word that a person types.')
    assert.match(snippet.description, /^Writes .+[.…]$/, 'A description says what is written.')
    assert.ok(Array.isArray(snippet.body) && snippet.body.every((line) => typeof line === 'string'))
  })

  test(`${name} has its tab stops in the order of typing`, () => {
    const stops = [...snippet.body.join('\n').matchAll(/\$\{([1-9]\d*)(?:\||:(?!-))/g)].map(([, stop]) => Number(stop))
    assert.deepEqual(
      stops,
      stops.map((_, index) => index + 1),
    )
  })

  test(`${name} leaves nothing of the snippet's own language`, () => {
    for (const path of ['/m/community-call/20230209.md', 'Untitled-1']) {
      const text = expandSnippet(snippet.body, variablesOf(path, TODAY))
      assert.doesNotMatch(text, /[${}|\\]/)
      assert.doesNotMatch(text, /[ \t]$/m, 'No line ends with a blank.')
      assert.doesNotMatch(text, /@(?!\w)|^\s*[-*+]\s*$/m, 'No handle and no list item is empty.')
    }
  })
}

test('no two snippets have one prefix', () => {
  const prefixes = snippets.map(({ prefix }) => prefix)
  assert.deepEqual(prefixes, [...new Set(prefixes)])
})

test('the cases show every snippet as it is written', () => {
  const document = readFileSync(CASES, 'utf8')
  const shown = new Set<string>()
  const expanded = document.replace(CASE, (_, path: string, prefix: string) => {
    shown.add(prefix)
    const snippet = snippets.find((each) => each.prefix === prefix)
    return snippet ? expandSnippet(snippet.body, variablesOf(path, TODAY)) : `There is no snippet ${prefix}.`
  })
  if (process.env.UPDATE_CASES) writeFileSync(CASES, expanded)
  else assert.equal(expanded, document)
  assert.deepEqual([...shown].sort(), snippets.map(({ prefix }) => prefix).sort())
})

test('a date is taken from every form of a file that has one', () => {
  const heading = snippets.find(({ prefix }) => prefix === 'minutes')!.body.slice(0, 1)
  const dateIn = (path: string) => expandSnippet(heading, variablesOf(path, TODAY)).slice('# Team '.length)
  for (const name of ['20230209.md', '2023-02-09.md', '2023-02-09-kiln.md', '20230209_kiln.md', '2023/02-09.md']) {
    assert.equal(dateIn(name), '2023-02-09', name)
    assert.equal(dateIn(`/home/x/pottery/${name}`), '2023-02-09', name)
    assert.equal(dateIn(`C:\\x\\pottery\\${name.replace('/', '\\')}`), '2023-02-09', name)
  }
  for (const name of ['Untitled-1', 'notes.md', '202302091.md', '/2023-02-09/notes.md', '/2022/20230/209.md']) {
    assert.equal(dateIn(name), 'YYYY-MM-DD', name)
  }
})

test('the language of snippets expands as in VS Code', () => {
  for (const [, snippet, text] of readFileSync(CASES, 'utf8').matchAll(/^(.+?) => (.*)$/gm)) {
    assert.equal(expandSnippet(snippet!.trimEnd(), { NAME: 'a-b', EMPTY: '' }), text)
  }
  assert.throws(() => expandSnippet('$UNSET', {}), /UNSET has no value/)
  assert.throws(() => expandSnippet('$' + '{1:open', {}), /is missing/)
})
