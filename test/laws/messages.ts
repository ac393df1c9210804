import assert from 'node:assert/strict'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import * as lsp from 'vscode-languageserver-protocol'
import { serverCommands } from '../../server/src/lsp/protocol.ts'
import { fullCapabilities } from '../support/capabilities.ts'
import { smallRepository } from '../support/folder.ts'
import { root, Talk } from './talk.ts'

/** What an editor may send. */
interface Said {
  readonly method: string
  readonly params: unknown
  readonly asks: boolean
  /** Whether the editor lets the server do something before it goes on. */
  readonly waits: boolean
}

/** What holds whatever an editor says, and in whatever order. */
export const messageLaws = (): Readonly<Record<string, fc.IRawProperty<unknown>>> => ({
  'messages that LSP knows are answered, and no handler fails': fc.asyncProperty(
    fc.array(said(), { maxLength: 30 }),
    async (all) => {
      const talk = new Talk(() => ({ result: null }))
      await begin(talk)
      await say(talk, all)
      await goesOn(talk)
      assert.deepEqual(talk.failures, [])
    },
  ),
  'messages of any kind are outlived': fc.asyncProperty(
    fc.array(said(), { maxLength: 10 }),
    fc.array(fc.oneof({ weight: 3, arbitrary: said() }, { weight: 7, arbitrary: broken() }), { maxLength: 30 }),
    reply(),
    async (before, all, answer) => {
      const talk = new Talk(() => answer)
      await say(talk, before)
      await begin(talk)
      await say(talk, all)
      await goesOn(talk)
    },
  ),
  'every request of an editor that has said shutdown is refused': fc.asyncProperty(
    fc.array(said(), { maxLength: 10 }),
    fc.array(fc.oneof(said(), broken()), { maxLength: 20 }),
    async (before, after) => {
      const talk = new Talk(() => ({ result: null }))
      await begin(talk)
      await say(talk, before)
      assert.equal((await talk.answered('shutdown', null)).error, undefined)
      for (const { method, params, asks } of after) {
        if (!asks) await say(talk, [{ method, params, asks, waits: false }])
        else assert.equal((await talk.answered(method, params)).error?.code, lsp.ErrorCodes.InvalidRequest)
      }
    },
  ),
  'an editor that tells nonsense of itself is answered': fc.asyncProperty(
    brokenly(fc.constant(initialize)).map(ofNobody),
    fc.array(said(), { maxLength: 5 }),
    reply(),
    async (params, all, answer) => {
      const talk = new Talk(() => answer)
      await talk.answered('initialize', params)
      await begin(talk)
      await say(talk, all)
      await talk.finished()
      assert.equal((await talk.answered('minutes/about', { uri: 'file:///' })).error, undefined)
    },
  ),
})

const report = `${root}/call/20250313.md`
const files = Object.entries(smallRepository()).map(([path, text]) => ({ uri: `${root}/${path}`, text }))
const initialize = { processId: null, rootUri: root, capabilities: fullCapabilities }

async function begin(talk: Talk): Promise<void> {
  await talk.request('initialize', initialize)
  await talk.notify('initialized', {})
}

async function say(talk: Talk, all: readonly Said[]): Promise<void> {
  for (const { method, params, asks, waits } of all) {
    if (asks) await talk.request(method, params)
    else if (method) await talk.notify(method, params)
    else await talk.send(params)
    if (waits) await nextTurn()
  }
}

/** After all that, an editor that begins anew with the report is told what is wrong with it. */
async function goesOn(talk: Talk): Promise<void> {
  await talk.finished()
  for (const { uri } of files) await talk.notify('textDocument/didClose', { textDocument: { uri } })
  const folder = { uri: root, name: 'minutes' }
  await talk.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [folder] } })
  await talk.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } })
  const { text } = files.find(({ uri }) => uri === report)!
  await talk.notify('textDocument/didOpen', {
    textDocument: { uri: report, languageId: 'markdown', version: 1, text },
  })
  // What needs the other files is told when they have been read.
  await talk.answered('minutes/about', { uri: report })
  const { result, error } = await talk.answered('textDocument/diagnostic', { textDocument: { uri: report } })
  assert.equal(error, undefined)
  const { items } = result as unknown as { readonly items: readonly { readonly code: string }[] }
  assert.deepEqual(
    items.map(({ code }) => code),
    ['stale-minutes-line'],
  )
}

/** A message that LSP knows, of documents that are open or not, and places that are there or not. */
function said(): fc.Arbitrary<Said> {
  const asked = fc.tuple(questions(), fc.boolean()).map(([question, waits]) => ({ ...question, asks: true, waits }))
  const told = fc.tuple(news(), fc.boolean()).map(([one, waits]) => ({ ...one, asks: false, waits }))
  return fc.oneof(asked, told)
}

function questions() {
  const at = fc.record({ textDocument: document(), position: position() })
  const inRange = fc.record({ textDocument: document(), range: range() })
  const whole = fc.record({ textDocument: document() })
  const of = (methods: readonly string[], params: fc.Arbitrary<object>) =>
    fc.record({ method: fc.constantFrom(...methods), params })
  const places = ['completion', 'hover', 'definition', 'documentHighlight', 'prepareRename']
  const wholes = ['documentSymbol', 'codeLens', 'documentLink', 'foldingRange', 'semanticTokens/full', 'diagnostic']
  const inDocuments = (names: readonly string[]) => names.map((name) => `textDocument/${name}`)
  return fc.oneof(
    of(inDocuments(places), at),
    of(inDocuments(wholes), whole),
    of(inDocuments(['inlayHint', 'semanticTokens/range']), inRange),
    of(['textDocument/references'], join(at, { context: fc.record({ includeDeclaration: fc.boolean() }) })),
    of(['textDocument/rename'], join(at, { newName: fc.oneof(fc.string(), fc.constantFrom('ines', '../a.md')) })),
    of(['textDocument/selectionRange'], join(whole, { positions: fc.array(position(), { maxLength: 3 }) })),
    of(['textDocument/codeAction'], join(inRange, { context: fc.constant({ diagnostics: [] }) })),
    of(['workspace/symbol'], fc.record({ query: fc.string() })),
    of(['workspace/diagnostic'], fc.constant({ previousResultIds: [] })),
    of(
      ['workspace/willRenameFiles'],
      fc.record({ files: fc.array(fc.record({ oldUri: uri(), newUri: uri() }), { maxLength: 3 }) }),
    ),
    of(['minutes/about'], fc.record({ uri: uri() })),
    of(
      ['workspace/executeCommand'],
      fc.record({
        command: fc.constantFrom(...Object.values(serverCommands)),
        arguments: fc.array(fc.oneof(at, fc.constant({ root }), fc.constant({}))),
      }),
    ),
    of(['minutes/nothing', 'textDocument/moniker'], fc.constant({})),
  )
}

function news() {
  const of = (method: string, params: fc.Arbitrary<unknown>) => params.map((value) => ({ method, params: value }))
  const change = fc.oneof(fc.record({ text: text() }), fc.record({ range: range(), text: text() }))
  const folder = fc.record({ uri: fc.constantFrom(root, 'file:///elsewhere'), name: fc.string() })
  const folders = fc.array(folder, { maxLength: 2 })
  return fc.oneof(
    of(
      'textDocument/didOpen',
      fc.record({
        textDocument: fc.record({
          uri: uri(),
          languageId: fc.constant('markdown'),
          version: fc.integer(),
          text: text(),
        }),
      }),
    ),
    of(
      'textDocument/didChange',
      fc.record({
        textDocument: fc.record({ uri: uri(), version: fc.integer() }),
        contentChanges: fc.array(change, { maxLength: 4 }),
      }),
    ),
    of('textDocument/didClose', fc.record({ textDocument: document() })),
    of('textDocument/didSave', fc.record({ textDocument: document() })),
    of(
      'workspace/didChangeWatchedFiles',
      fc.record({ changes: fc.array(fc.record({ uri: uri(), type: fc.constantFrom(1, 2, 3) }), { maxLength: 5 }) }),
    ),
    of('workspace/didChangeConfiguration', fc.record({ settings: fc.jsonValue() })),
    of('workspace/didChangeWorkspaceFolders', fc.record({ event: fc.record({ added: folders, removed: folders }) })),
    of('$/cancelRequest', fc.record({ id: fc.integer({ min: 0, max: 40 }) })),
    of('$/setTrace', fc.record({ value: fc.constantFrom('off', 'messages', 'verbose') })),
    of('minutes/unknown', fc.constant({})),
  )
}

/** A message of which something is another thing than LSP says, up to one that is none. */
function broken(): fc.Arbitrary<Said> {
  const asked = (method: string, params?: unknown) => fc.constant({ method, params, asks: true, waits: false })
  const mutated = said().chain((message) =>
    brokenly(fc.constant(message.params)).map((params) => ({ ...message, params })),
  )
  const none = fc.tuple(junk(), fc.boolean()).map(([params, waits]) => ({ method: '', params, asks: false, waits }))
  return fc.oneof(
    { weight: 20, arbitrary: mutated },
    { weight: 2, arbitrary: none },
    { weight: 1, arbitrary: asked('initialize', initialize) },
  )
}

function brokenly(params: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(params, fc.array(fc.tuple(fc.nat(), junk()), { maxLength: 4 }))
    .map(([whole, changes]) => changes.reduce<unknown>((value, [at, other]) => withAnother(value, at, other), whole))
}

/** A server ends with the process that it is told to watch, and this one is the fuzzer's own. */
function ofNobody(params: unknown): unknown {
  return typeof params === 'object' && params !== null ? { ...params, processId: null } : params
}

function junk(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom(null, true, -1, 1e300, 2 ** 31, '', '\0', 'file:', '%', 'untitled:a', [], {}, [[]], '__proto__'),
    fc.jsonValue(),
  )
}

/** A value in which one of the values that it holds, or itself, is another one. */
function withAnother(value: unknown, at: number, other: unknown): unknown {
  const count = countOf(value)
  const wanted = at % count
  if (wanted === 0) return other
  let passed = 1
  const entries = Object.entries(value as object).map(([name, part]) => {
    const inside = wanted - passed
    const size = countOf(part)
    passed += size
    return [name, 0 <= inside && inside < size ? withAnother(part, inside, other) : part] as const
  })
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, part) => sum + countOf(part), 1)
}

/** What an editor answers to whatever the server asks. */
function reply() {
  const error = fc.record({ code: fc.integer(), message: fc.string() })
  return fc.oneof(fc.record({ result: fc.jsonValue() }), fc.record({ error }))
}

function join<T extends object>(params: fc.Arbitrary<T>, more: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.tuple(params, fc.record(more)).map(([one, other]) => ({ ...one, ...other }))
}

function document() {
  return fc.record({ uri: uri() })
}

function uri() {
  const strange = [`${root}/crane/20250319.md`, `${root}/a%20b.md`, 'untitled:Untitled-1', 'file:///', `${root}/`, root]
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...files.map((file) => file.uri)) },
    { weight: 2, arbitrary: fc.constantFrom(...strange) },
  )
}

function position() {
  const number = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 80 }), fc.constantFrom(2 ** 31 - 1, 65_536))
  return fc.record({ line: number, character: number })
}

function range() {
  return fc.record({ start: position(), end: position() })
}

function text() {
  const pieces = ['# Crane 2025-03-05\n', '- AI @ines: oil\n', '@bo ', '[a](20250305.md)', '\r\n', '{', '"', '\0', '🛟']
  const whole = fc.constantFrom(...files.map((file) => file.text))
  return fc.oneof(
    whole,
    fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
  )
}
