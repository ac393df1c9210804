import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import type { Encoding } from '../../server/src/lsp/units.ts'
import { encodings, lengthIn } from '../support/encodings.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const report = 'call/20250313.md'
const team = 'crane/20250305.md'
const anchor = '-röpes-und-häken'

/** Before everything that is asked about stand characters that no two encodings count alike. */
const texts: Readonly<Record<string, string>> = {
  ...smallRepository(),
  [report]: [
    '# 🛟 Käll 2025-03-12',
    '',
    '### Team Crane',
    '',
    'Minutes:',
    '',
    `- 🛟 ä @ines, @kwàme and [🛟 Röpes](${urlOf(team)}#${anchor}) @ines`,
    '- 👩‍🚀 AI @ines: 漢 order',
    '- ä🛟 @i',
    '',
  ].join('\r\n'),
  [team]: `# 🛟 Crane 2025-03-06\r\n\r\n## 🛟 Röpes und Häken\r\n\r\n- ä🛟 AI @ines: order a rope\r\n- €🛟 @ines\r\n`,
}

const others = encodings.filter((encoding) => encoding !== 'utf-16')

async function opened(t: TestContext, encoding: Encoding, folder = new Folder(t, texts)) {
  const capabilities = {
    ...fullCapabilities,
    general: { positionEncodings: [encoding, 'utf-16'] },
    textDocument: { ...fullCapabilities.textDocument, foldingRange: {} },
  }
  const client = await Client.during(t, [folder.uri], { capabilities })
  const uri = folder.uriOf(report)
  await client.open(uri, folder.read(report))
  await client.diagnostics(uri)
  return { folder, client, uri }
}

describe('the units of positions', () => {
  const chosen = async (t: TestContext, positionEncodings?: lsp.PositionEncodingKind[]) => {
    const capabilities = { ...fullCapabilities, general: { ...(positionEncodings && { positionEncodings }) } }
    return (await Client.during(t, [], { capabilities })).capabilities.positionEncoding
  }

  test('are those that the client likes best, of those that LSP knows', async (t) => {
    assert.equal(await chosen(t, ['utf-8', 'utf-16']), 'utf-8')
    assert.equal(await chosen(t, ['utf-32', 'utf-8', 'utf-16']), 'utf-32')
    assert.equal(await chosen(t, ['utf-16', 'utf-8']), 'utf-16')
    assert.equal(await chosen(t, ['utf-7', 'utf-8']), 'utf-8')
  })

  test('are UTF-16 where it says nothing', async (t) => {
    for (const kinds of [undefined, [], ['utf-7']]) assert.equal(await chosen(t, kinds), 'utf-16')
  })
})

for (const encoding of others) {
  describe(`a client that counts in ${encoding}`, () => {
    test('is told the same as others', async (t) => {
      const folder = new Folder(t, texts)
      const usual = await opened(t, 'utf-16', folder)
      const other = await opened(t, encoding, folder)
      for (const [name, ask] of Object.entries(questions())) {
        const expected = await ask(asking(usual.client, usual.uri, 'utf-16'))
        const answer = await ask(asking(other.client, other.uri, encoding))
        const wide = positionsIn(expected).some(({ line, character }) => line + character > 0)
        assert.ok(wide, `there is ${name}`)
        assert.notDeepEqual(answer, expected, `${name} is told in other units`)
        assert.deepEqual(recounted(answer, report, encoding), expected, name)
      }
    })

    test('changes the text by it', async (t) => {
      const { client, uri } = await opened(t, encoding)
      let text = texts[report]!
      const changes = [
        { before: '2025-03-12', removed: 10, typed: '2025-03-1🛟3' },
        { before: '🛟3', removed: 2, typed: '' },
        { before: '\r\n- 👩', removed: 2, typed: '\r\n\r\n🛟\r\n' },
        { before: ' @i\r', removed: 3, typed: ' @nöor, AI: ä' },
      ].map(({ before, removed, typed }) => {
        const start = text.indexOf(before)
        assert.ok(start >= 0, before)
        const at = (offset: number) => positionOf(text, offset, encoding)
        const change = { range: { start: at(start), end: at(start + removed) }, text: typed }
        text = text.slice(0, start) + typed + text.slice(start + removed)
        return change
      })
      await client.change(uri, 2, changes)
      const inPieces = [await client.diagnostics(uri), await client.symbols(uri)]
      await client.close(uri)
      await client.open(uri, text)
      assert.deepEqual(inPieces, [await client.diagnostics(uri), await client.symbols(uri)])
      assert.ok(!inPieces.flat().some((one) => 'code' in one && one.code === 'date-mismatch'), 'the date was mended')
    })

    test('has the lengths of tokens in it', async (t) => {
      const { client, uri } = await opened(t, encoding)
      const { data } = await asking(client, uri, encoding).of<lsp.SemanticTokens>('textDocument/semanticTokens/full')
      const drawn = tokensIn(data).map(({ line, character, length }) => {
        const start = offsetOf(texts[report]!, { line, character }, encoding)
        const end = offsetOf(texts[report]!, { line, character: character + length }, encoding)
        return texts[report]!.slice(start, end)
      })
      assert.ok(drawn.includes('@ines'))
      assert.ok(drawn.includes(`${urlOf(team)}#${anchor}`))
    })
  })
}

/** What is asked of a server, by a client that counts in some units. */
interface Asking {
  readonly client: Client
  readonly uri: string
  /** The place of a text in the report. */
  at(text: string): lsp.Position
  /** Asks about the report. */
  of<Answer>(method: string, params?: object): Promise<Answer>
}

function asking(client: Client, uri: string, encoding: Encoding): Asking {
  return {
    client,
    uri,
    at: (text) => positionOf(texts[report]!, texts[report]!.indexOf(text), encoding),
    of: (method, params = {}) => client.connection.sendRequest(method, { textDocument: { uri }, ...params }),
  }
}

function questions(): Readonly<Record<string, (asking: Asking) => Promise<unknown>>> {
  const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
  return {
    'a finding': ({ client, uri }) => client.diagnostics(uri),
    'a finding in a closed file': async ({ client }) => (await client.reports()).map(withoutId),
    'a finding that comes piece by piece': async ({ client }) => {
      const pieces: lsp.WorkspaceDocumentDiagnosticReport[] = []
      const token = 'pieces'
      client.connection.onProgress(lsp.WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
        pieces.push(...items)
      })
      const params = { previousResultIds: [], partialResultToken: token }
      await client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, params)
      return pieces.map(withoutId)
    },
    'a fix': async ({ client, uri, at }) => {
      const [action] = await client.actions(uri, { start: at('2025-03-12'), end: at('2025-03-12') })
      return (await client.resolveAction(action!)).edit
    },
    completion: async ({ client, uri, at }) =>
      (await client.completions(uri, at('\r\n- ä🛟 @i'))).concat(
        (await client.completions(uri, behind(at(' @i\r'), 3))).map(({ data: _, ...item }) => item),
      ),
    hover: ({ of, at }) => of('textDocument/hover', { position: at(anchor) }),
    'a definition': ({ of, at }) => of('textDocument/definition', { position: at(anchor) }),
    'a reference': ({ of, at }) =>
      of('textDocument/references', { position: at('@ines'), context: { includeDeclaration: true } }),
    'a highlight': ({ of, at }) => of('textDocument/documentHighlight', { position: at('@ines') }),
    'the place of a new name': ({ of, at }) => of('textDocument/prepareRename', { position: at(anchor) }),
    'a new name': ({ of, at }) => of('textDocument/rename', { position: at(anchor), newName: 'Käbel 🛟' }),
    'a new handle': ({ of, at }) => of('textDocument/rename', { position: at('@ines'), newName: '@nora' }),
    'the outline': ({ of }) => of('textDocument/documentSymbol'),
    'a symbol of another file': async ({ client }) => client.find('order'),
    'a selection': ({ of, at }) => of('textDocument/selectionRange', { positions: [at('Röpes'), at('@kw')] }),
    'a fold': async ({ of }) => (await of<lsp.FoldingRange[]>('textDocument/foldingRange')).map(toRange),
    'a link': ({ of }) => of('textDocument/documentLink'),
    'an inlay hint': ({ of }) => of('textDocument/inlayHint', { range: everything }),
  }
}

function behind({ line, character }: lsp.Position, count: number): lsp.Position {
  return { line, character: character + count }
}

function withoutId({ resultId: _, ...report }: lsp.WorkspaceDocumentDiagnosticReport): object {
  return report
}

function toRange({ startLine, startCharacter, endLine, endCharacter }: lsp.FoldingRange): lsp.Range {
  return {
    start: { line: startLine, character: startCharacter! },
    end: { line: endLine, character: endCharacter! },
  }
}

interface Token extends lsp.Position {
  readonly length: number
}

function tokensIn(data: readonly number[]): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length] = data.slice(at, at + 3) as [number, number, number]
    const last = tokens.at(-1) ?? { line: 0, character: 0 }
    tokens.push({ line: last.line + lines, character: lines ? characters : last.character + characters, length })
  }
  return tokens
}

/** A position, counted by what Node knows of encodings. */
function positionOf(text: string, offset: number, encoding: Encoding): lsp.Position {
  const lines = text.slice(0, offset).split('\r\n')
  return { line: lines.length - 1, character: lengthIn(lines.at(-1)!, encoding) }
}

/** Fails where no whole character begins. */
function offsetOf(text: string, { line, character }: lsp.Position, encoding: Encoding): number {
  const lines = text.split('\r\n')
  const content = lines[line] ?? ''
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 2, 0)
  for (let at = 0; at <= content.length; at += 1)
    if (lengthIn(content.slice(0, at), encoding) === character && !isHalf(content, at)) return start + at
  return assert.fail(`${line}:${character} is within a character of ${JSON.stringify(content)}`)
}

function isHalf(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))
}

function positionsIn(value: unknown): lsp.Position[] {
  if (typeof value !== 'object' || value === null) return []
  return lsp.Position.is(value) ? [value] : Object.values(value).flatMap(positionsIn)
}

/** An answer with its positions in UTF-16. They are those of the file that the nearest URI around them names. */
function recounted(value: unknown, path: string, encoding: Encoding): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => recounted(one, path, encoding))
  if (lsp.Position.is(value)) {
    const text = texts[path]!
    return positionOf(text, offsetOf(text, value, encoding), 'utf-16')
  }
  const { uri, targetUri, textDocument } = value as Partial<lsp.Location & lsp.LocationLink & lsp.TextDocumentEdit>
  const named = uri ?? targetUri ?? textDocument?.uri
  const own = Object.keys(texts).find((each) => named?.endsWith(each)) ?? path
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      recounted(member, key === 'originSelectionRange' ? path : own, encoding),
    ]),
  )
}
