import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { pagePaths, readFeature } from '../../scripts/generate/features-page.ts'
import { editorProperties } from '../../scripts/generate/json-schema.ts'
import { rules } from '../../server/src/core/rules/index.ts'
import * as protocol from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
const paths = pagePaths({ read, list: (folder) => readdirSync(folder).sort() })
const features = paths.map((path) => readFeature({ path, text: read(path)! }))
const named = features.flatMap(({ requests }) => requests)

/** The requests that a server announces by each of its capabilities. */
const requestsOf: Readonly<Record<string, (value: never) => readonly string[]>> = {
  codeActionProvider: (value: lsp.CodeActionOptions) => [
    'textDocument/codeAction',
    ...(value.resolveProvider ? ['codeAction/resolve'] : []),
  ],
  codeLensProvider: () => ['textDocument/codeLens'],
  completionProvider: (value: lsp.CompletionOptions) => [
    'textDocument/completion',
    ...(value.resolveProvider ? ['completionItem/resolve'] : []),
  ],
  definitionProvider: () => ['textDocument/definition'],
  diagnosticProvider: () => ['textDocument/diagnostic'],
  documentHighlightProvider: () => ['textDocument/documentHighlight'],
  documentLinkProvider: () => ['textDocument/documentLink'],
  documentSymbolProvider: () => ['textDocument/documentSymbol'],
  executeCommandProvider: () => ['workspace/executeCommand'],
  foldingRangeProvider: () => ['textDocument/foldingRange'],
  hoverProvider: () => ['textDocument/hover'],
  inlayHintProvider: () => ['textDocument/inlayHint'],
  referencesProvider: () => ['textDocument/references'],
  renameProvider: () => ['textDocument/prepareRename', 'textDocument/rename'],
  selectionRangeProvider: () => ['textDocument/selectionRange'],
  semanticTokensProvider: () => ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
  workspaceSymbolProvider: (value: true | lsp.WorkspaceSymbolOptions) => [
    'workspace/symbol',
    ...(value !== true && value.resolveProvider ? ['workspaceSymbol/resolve'] : []),
  ],
}

/** Capabilities by which no request comes. */
const silent = ['positionEncoding', 'textDocumentSync', 'workspace']

test('each request that the server announces is on a page', async (t) => {
  const client = await Client.during(t, [new Folder(t, smallRepository()).uri])
  for (const [capability, value] of Object.entries(client.capabilities)) {
    if (silent.includes(capability)) continue
    assert.ok(requestsOf[capability], `This test knows of no ${capability}.`)
    for (const request of requestsOf[capability](value as never)) {
      assert.ok(named.includes(request), `No page names ${request}.`)
    }
  }
})

test('the requests that are not of LSP are those of our protocol', () => {
  const own = named.filter((request) => request.startsWith('minutes/'))
  assert.deepEqual(
    own.filter((request) => !(Object.values(protocol) as unknown[]).includes(request)),
    [],
  )
  assert.ok(own.length)
})

test('each setting of the editor that is about a feature is on a page', () => {
  const all = features.flatMap(({ settings }) => settings)
  const aboutFeatures = Object.keys(editorProperties(rules)).filter((name) => name !== 'minutes.trace.server')
  assert.deepEqual([...all].sort(), aboutFeatures.sort())
})

test('a page without its sentence or its requests is refused', () => {
  for (const text of ['', '# A\n', '# A\n\nWhat it is.\n', '# A\n\nRequests: `x`\n']) {
    assert.throws(() => readFeature({ path: 'x/README.md', text }), /x\/README\.md should begin with/)
  }
})
