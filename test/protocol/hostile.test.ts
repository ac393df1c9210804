import assert from 'node:assert/strict'
import { test } from 'node:test'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Node } from 'unist'
import * as lsp from 'vscode-languageserver-protocol/node'
import { Folder } from '../support/folder.ts'
import { Client } from './client.ts'

const forge = 'https://github.com/harbour/minutes'

const markup =
  '<img src=https://evil.example/x> [run](command:workbench.action.terminal.new) ![x](https://evil.example/y.png)'

/** URLs that must not be followed, opened, read or offered. */
const urls = [
  '../../outside.md',
  '/../outside.md',
  '%2e%2e/%2e%2e/outside.md',
  '..%2f..%2foutside.md',
  '..\\\\..\\\\outside.md',
  '/etc/passwd',
  'file:///etc/passwd',
  '//evil.example/share/x.md',
  '\\\\\\\\evil.example\\\\share\\\\x.md',
  'C:/Windows/win.ini',
  'a%00.md',
  'command:workbench.action.quit',
  'vscode://evil.extension/run',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  `${forge}/blob/main/../../outside.md`,
  `${forge}/blob/main/%2e%2e/%2e%2e/outside.md`,
]

const text = [
  '# Crane 2025-03-05',
  '',
  `Participants: @ines (${markup}), @bo`,
  '',
  `## ${markup}`,
  '',
  ...urls.flatMap((url) => [`- [a](${url}) ![b](${url}) <${url}>`, `[c]: ${url}`, '', `Minutes: ${url}`, '']),
  `- AI @ines: ${markup}`,
  `- [x](20250305.md#top) [#7 ${markup}](${forge}/issues/7) ${forge}/issues/7`,
  '',
].join('\n')

const files = {
  '.minutes.json': JSON.stringify({
    forge,
    reports: ['call', '../..', '/etc'],
    teams: [
      { name: `Team ${markup}`, folder: 'crane' },
      { name: 'Outside', folder: '../../etc' },
      { name: 'Encoded', folder: '%2e%2e/%2e%2e' },
    ],
    uploads: ['https://evil.example/'],
    people: [{ handle: 'ines', name: markup }],
    issues: { '': 'harbour/minutes' },
  }),
  'crane/20250305.md': text,
  'crane/20250312.md': text,
  'crane/<img src=x onerror=alert(1)>.png': '',
  'call/20250313.md': `# Call 2025-03-06\n\n### Team ${markup}\n\nMinutes:\n\n### Outside\n\nMinutes:\n`,
}

test('nothing that an editor is told leads out of the repository, runs a command or loads anything', async (t) => {
  const outside = new Folder(t, { 'outside.md': '# Secret 2025-01-01\n' })
  for (const [path, text] of Object.entries(files)) outside.write(`a/b/${path}`, text)
  const root = outside.uriOf('a/b')
  const client = await Client.during(t, [root])
  for (const path of ['crane/20250312.md', 'call/20250313.md']) {
    const answers = await askedOf(client, outside.uriOf(`a/b/${path}`), outside.read(`a/b/${path}`))
    assert.ok(answers.length > 20)
    for (const answer of answers) assert.deepEqual(dangersIn(answer, root), [], JSON.stringify(answer, undefined, 2))
  }
  assert.deepEqual(client.shown, [])
  assert.equal(outside.read('outside.md'), '# Secret 2025-01-01\n')
})

test('and a checker of that would see it', () => {
  const root = 'file:///a/b'
  for (const danger of [
    { uri: 'file:///a/outside.md' },
    { targetUri: 'file:///a/b/../c.md' },
    { target: 'command:x' },
    { contents: { kind: 'markdown', value: 'a <b>c</b>' } },
    { documentation: { kind: 'markdown', value: '[a](command:b)' } },
    { contents: { kind: 'markdown', value: '![a](https://evil.example/b)' } },
    { command: { title: 'a', command: 'workbench.action.quit' } },
    { documentChanges: [{ kind: 'create', uri: 'file:///a/c.md' }] },
  ]) {
    assert.ok(dangersIn(danger, root).length, JSON.stringify(danger))
  }
})

/** What the server answers to everything that an editor asks of a document, at each of its lines. */
async function askedOf(client: Client, uri: string, text: string): Promise<unknown[]> {
  const { connection } = client
  await client.open(uri, text)
  const textDocument = { uri }
  const all = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } }
  const answers: unknown[] = [
    await client.diagnostics(uri),
    await client.symbols(uri),
    await client.find(''),
    await connection.sendRequest(lsp.CodeLensRequest.type, { textDocument }),
    await connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument }),
    await connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range: all }),
  ]
  const actions = await client.actions(uri, all)
  for (const action of actions) answers.push(action, await client.resolveAction(action))
  for (const [line, written] of text.split('\n').entries()) {
    const marks = [...written.matchAll(/[[(<@#:/]|$/g)].map(({ index }) => index + 1)
    for (const character of new Set(marks.filter((each) => each <= written.length).filter((_, at) => at % 5 < 2))) {
      const at = { textDocument, position: { line, character } }
      answers.push(await connection.sendRequest(lsp.HoverRequest.type, at))
      answers.push(await connection.sendRequest(lsp.DefinitionRequest.type, at))
      answers.push(
        await connection.sendRequest(lsp.ReferencesRequest.type, { ...at, context: { includeDeclaration: true } }),
      )
      const [item] = await client.completions(uri, at.position)
      if (item) answers.push(await connection.sendRequest(lsp.CompletionResolveRequest.type, item))
    }
  }
  return answers.filter((answer) => answer !== null)
}

const uriKeys = new Set(['uri', 'targetUri', 'oldUri', 'newUri'])

/** What an editor would open, load, run or write because of an answer, and ought not to. */
function dangersIn(answer: unknown, root: string): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) => {
    if (uriKeys.has(key)) return isInside(value, root) ? [] : [`${key} ${value}`]
    if (key === 'target')
      return isInside(value, root) || /^https:\/\/github\.com\/[\w/-]+$/.test(value) ? [] : [`target ${value}`]
    if (key === 'changes') return Object.keys(value).filter((uri) => !isInside(uri, root))
    if (key === 'command' && typeof value === 'string')
      return /^(?:minutes\.|$)/.test(value) ? [] : [`command ${value}`]
    if (key === 'value' && (answer as lsp.MarkupContent).kind === 'markdown') return activeIn(value, root)
    return dangersIn(value, root)
  })
}

function isInside(uri: string, root: string): boolean {
  return new URL(uri).toString() === uri && uri.startsWith(`${root}/`) && !/%2f|%5c|%00/i.test(uri)
}

type Shown = Node & { readonly url?: string; readonly value?: string; readonly children?: readonly Node[] }

/** What Markdown shows that is no plain text, but links and pictures of the repository's own files. */
function activeIn(markdown: string, root: string): string[] {
  const found: string[] = []
  const remaining: (Node & { readonly url?: string; readonly value?: string; readonly children?: readonly Node[] })[] =
    [unified().use(remarkParse).use(remarkGfm).parse(markdown)]
  for (let node = remaining.pop(); node; node = remaining.pop()) {
    if (node.type === 'html') found.push(`html ${node.value}`)
    if (node.url !== undefined && !isInside(node.url, root) && !saysWhereItLeads(node))
      found.push(`${node.type} ${node.url}`)
    remaining.push(...((node.children ?? []) as typeof remaining))
  }
  return found
}

/** A bare URL of the web, which a renderer makes a link of: a reader sees it, and it loads nothing. */
function saysWhereItLeads({ type, url, children = [] }: Shown): boolean {
  return type === 'link' && /^https?:/.test(url!) && (children[0] as Shown | undefined)?.value === url
}
