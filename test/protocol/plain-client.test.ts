import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import * as lsp from 'vscode-languageserver-protocol/node'
import { serverCommands } from '../../server/src/lsp/protocol.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'
import { Client, fullCapabilities } from './client.ts'

const path = 'call/20250313.md'
const team = 'crane/20250305.md'
const issue = 'https://github.com/harbour/minutes/issues/12'

const text = `# Call 2025-03-12

### Team Crane

Minutes: none yet

- [Ropes](${urlOf(team)}#ropes), @ines
- AI @ines: see ${issue}
- @i
- see #1
- ![](

###

<!-- A comment
in two lines -->
`

const files: Readonly<Record<string, string>> = {
  ...smallRepository(),
  [path]: text,
  'call/20250227.md': `# Call 2025-02-27\n\n### Team Crane\n\n- [#12: A *long* rope](${issue})\n`,
  'crane/20250226.md': '# Crane 2025-02-26\n\n## Masts_\n\n- @ines: as before\n- AI @ines: paint them\n',
  'crane/rope.png': '',
}

/** The same findings for whoever has told the settings. */
const settings = { rules: { 'date-mismatch': 'error' } }

type Answers = Readonly<Record<string, unknown>>

/** A server, its client, and what that asks. */
class Walk {
  readonly client: Client
  readonly uri: string
  readonly #folder: Folder

  private constructor(client: Client, folder: Folder) {
    this.client = client
    this.#folder = folder
    this.uri = folder.uriOf(path)
  }

  static async begin(t: TestContext, folder: Folder, capabilities: lsp.ClientCapabilities): Promise<Walk> {
    const client = await Client.during(t, [folder.uri], { capabilities, settings })
    const walk = new Walk(client, folder)
    await client.open(walk.uri, text)
    await client.open(folder.uriOf(team), files[team]!)
    await client.read()
    return walk
  }

  /** Everything that the server does for an editor, by its name. */
  async answers(): Promise<Answers> {
    const { client } = this
    const position = (behind: string) => ({ position: this.behind(behind) })
    const actions = await this.actions()
    const answers: Record<string, unknown> = {
      capabilities: client.capabilities,
      findings: await this.findings(),
      sections: await this.of('completion', position('\n\n###')),
      people: await this.of('completion', position('\n- @i')),
      issues: await this.of('completion', position('see #1')),
      pictures: await this.of('completion', position('![](')),
      documentation: await this.documentation('\n- @i'),
      hover: await this.of('hover', position('[Rop')),
      definition: await this.of('definition', position('[Rop')),
      references: await this.of('references', { ...position(', @in'), context: { includeDeclaration: true } }),
      highlights: await this.of('documentHighlight', position(', @in')),
      links: await this.of('documentLink'),
      outline: await this.of('documentSymbol'),
      symbols: await client.find('crane'),
      folds: await this.of('foldingRange'),
      selections: await this.of('selectionRange', { positions: [this.behind('[Rop')] }),
      lenses: await this.of('codeLens', { textDocument: { uri: this.#folder.uriOf(team) } }),
      hints: await this.of('inlayHint', { range: whole }),
      tokens: await this.tokens('full'),
      someTokens: await this.tokens('range', { range: whole }),
      actions,
      edit: await this.edit(actions),
      renamable: await this.of('prepareRename', position(', @in')),
      newName: await this.of('rename', { ...position(', @in'), newName: '@nora' }),
      newFileName: await this.of('rename', { ...position('/minutes/blob/main/cr'), newName: 'ropes.md' }),
      moved: await this.moved(),
    }
    return { ...answers, ...(await this.commands()), ...this.#said() }
  }

  /** Asked for, or sent. */
  async findings(): Promise<unknown> {
    if (this.client.capabilities.diagnosticProvider) return this.client.diagnostics(this.uri)
    return this.client.published.get(this.uri)!.diagnostics
  }

  async of(method: string, params: object = {}): Promise<unknown> {
    const asked = this.client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri },
      ...params,
    })
    return asked.catch(({ code, message }: lsp.ResponseError) => ({ code, message }))
  }

  /** Without the id of the answer, which is none of the client's business. */
  async tokens(method: string, params: object = {}): Promise<unknown> {
    return ((await this.of(`semanticTokens/${method}`, params)) as lsp.SemanticTokens).data
  }

  async documentation(behind: string): Promise<unknown> {
    const [item] = await this.client.completions(this.uri, this.behind(behind))
    return (await this.client.connection.sendRequest(lsp.CompletionResolveRequest.type, item!)).documentation
  }

  actions(): Promise<(lsp.CodeAction | lsp.Command)[]> {
    return this.client.actions(this.uri, { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } })
  }

  /** What becomes of the text when somebody fills in the minutes line, by whichever way the client has. */
  async edit(actions: readonly (lsp.CodeAction | lsp.Command)[]): Promise<lsp.WorkspaceEdit | undefined> {
    const action = actions.find(({ title }) => title.startsWith('Fill in'))
    if (!action) return undefined
    if (!lsp.Command.is(action)) return action.edit ?? (await this.client.resolveAction(action)).edit
    await this.run(action.command, ...action.arguments!)
    await this.client.until(() => this.client.applied.length > 0)
    return this.client.applied[0]!.edit
  }

  moved(): Promise<unknown> {
    const files = [{ oldUri: this.#folder.uriOf(team), newUri: this.#folder.uriOf('crane/ropes.md') }]
    return this.client.connection.sendRequest(lsp.WillRenameFilesRequest.type, { files })
  }

  async commands(): Promise<Answers> {
    const { client } = this
    const from = { textDocument: { uri: this.uri }, position: { line: 0, character: 0 } }
    const root = this.#folder.uri
    return {
      previous: await this.run(serverCommands.previousMeeting, from),
      made: await this.run(serverCommands.newMinutes, { root, folder: 'crane' }),
      existing: await this.run(serverCommands.newMinutes, { root, folder: 'crane', day: '2025-03-12' }),
      checked: await this.run(serverCommands.checkRepository),
      told: await this.#settled().then(() => client.told),
    }
  }

  run(command: string, ...args: unknown[]): Promise<unknown> {
    return this.client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command, arguments: args })
  }

  behind(part: string): lsp.Position {
    const at = text.indexOf(part)
    assert.ok(at >= 0, part)
    const lines = text.slice(0, at + part.length).split('\n')
    return { line: lines.length - 1, character: lines.at(-1)!.length }
  }

  /** What the client answers to the last question of the server has been heard as well. */
  async #settled(): Promise<void> {
    await this.client.settled()
    await this.client.settled()
  }

  #said(): Answers {
    const { registrations, shown, progress, published } = this.client
    const asked = refreshes.filter((method) => this.client.refreshed(method))
    return {
      refreshes: asked,
      registrations: registrations.map(({ method }) => method).sort(),
      shown,
      progress: progress.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1]),
      sent: published.has(this.uri),
    }
  }
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

const refreshes = [
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
]

const noFiles =
  'This editor does not make files for a language server. Run "minutes help" in a terminal: it tells how to do the same there.'
const noRenames = {
  code: lsp.LSPErrorCodes.RequestFailed,
  message: `This editor renames no files when a server asks for it. Rename ${team} by other means, and the links to it after that.`,
}

/** What an answer is instead, of what a client is answered that has announced everything; it may be asked what it is. */
type Change = (full: never, answer: never) => unknown

const plainItem = (list: lsp.CompletionList) => {
  const { editRange, data } = list.itemDefaults!
  const items = list.items.map(({ textEditText, ...item }) => ({
    ...item,
    insertTextFormat: lsp.InsertTextFormat.PlainText,
    textEdit: { range: editRange, newText: textEditText ?? item.label },
    data: item.data ?? { ...data, person: item.label.slice(1) },
  }))
  return list.isIncomplete ? { isIncomplete: true, items } : items
}

/** All answers to completion, changed item by item. */
function items(change: (item: lsp.CompletionItem) => object): Readonly<Record<string, Change>> {
  const inList = (list: lsp.CompletionList) => ({ ...list, items: list.items.map(change) })
  const inArray = (list: lsp.CompletionItem[]) => list.map(change)
  return { sections: inArray, people: inList, issues: inList, pictures: inList }
}

/** Each item with what the client would be told if it asked. */
const documented = (value: string) => (list: lsp.CompletionList | lsp.CompletionItem[]) => {
  const all = (items: lsp.CompletionItem[]) => items.map((item) => ({ ...item, documentation: markdown(value) }))
  return Array.isArray(list) ? all(list) : { ...list, items: all(list.items) }
}

function markdown(value: string): lsp.MarkupContent {
  return { kind: 'markdown', value }
}

function plain(value: string): lsp.MarkupContent {
  return { kind: 'plaintext', value }
}

const inChanges = ({ documentChanges }: lsp.WorkspaceEdit) => {
  const changes = documentChanges!.filter((change) => 'textDocument' in change)
  return {
    changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits.filter(isReal)])),
  }
}

/** An edit that changes nothing lets the client ask. */
function isReal(edit: object): boolean {
  return !('annotationId' in edit)
}

const unasked = ({ documentChanges }: lsp.WorkspaceEdit) => ({
  documentChanges: (documentChanges as lsp.TextDocumentEdit[]).map(({ textDocument, edits }) => ({
    textDocument,
    edits: edits.filter(isReal),
  })),
})

const withoutFiles = {
  actions: (all: lsp.CodeAction[]) =>
    all
      .filter(({ title }) => !title.startsWith('Rename'))
      .map((action, at) => ({ ...action, data: { ...(action.data as object), at } })),
  newFileName: () => noRenames,
  made: () => null,
  told: ([, checked]: string[]) => [noFiles, noFiles, checked],
  shown: ([previous]: string[]) => [previous],
} satisfies Record<string, Change>

const unresolved = {
  capabilities: ({ codeActionProvider, ...others }: lsp.ServerCapabilities) => ({
    ...others,
    codeActionProvider: { ...(codeActionProvider as lsp.CodeActionOptions), resolveProvider: false },
  }),
  actions: (all: lsp.CodeAction[], answer: lsp.CodeAction[]) =>
    all.map(({ data: _, ...action }, at) => {
      assert.ok(answer[at]?.edit?.documentChanges?.length, action.title)
      return { ...action, edit: answer[at].edit }
    }),
} satisfies Record<string, Change>

const less = (name: keyof lsp.FileOperationOptions) => ({
  capabilities: ({ workspace, ...others }: lsp.ServerCapabilities) => {
    const { [name]: _, ...fileOperations } = workspace!.fileOperations!
    return { ...others, workspace: { ...workspace, fileOperations } }
  },
})

const without = (method: string) => (all: string[]) => all.filter((one) => one !== method)

const firstKind = <Symbol extends { readonly kind: lsp.SymbolKind }>(symbol: Symbol): Symbol => ({
  ...symbol,
  kind: symbol.kind > lsp.SymbolKind.Array ? lsp.SymbolKind.File : symbol.kind,
})

const flat = (uri: string, symbols: lsp.DocumentSymbol[], containerName?: string): lsp.SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName && { containerName }) },
    ...flat(uri, children!, name),
  ])

const mild = (findings: lsp.Diagnostic[]) =>
  findings.map((one) => (one.code === 'date-mismatch' ? { ...one, severity: lsp.DiagnosticSeverity.Warning } : one))
const unlinked = (findings: lsp.Diagnostic[]) => findings.map(({ codeDescription: _, ...one }) => one)
const about = (change: (findings: lsp.Diagnostic[]) => object[]) => ({
  findings: change,
  actions: (all: lsp.CodeAction[]) =>
    all.map((action) => ({ ...action, ...(action.diagnostics && { diagnostics: change(action.diagnostics) }) })),
})

/** The capabilities that a client may lack, and what it is answered then; everything else is as ever. */
const missing = (uri: string, folder: Folder): Readonly<Record<string, Readonly<Record<string, Change>>>> => ({
  'workspace.workspaceFolders': {
    capabilities: ({ workspace, ...others }: lsp.ServerCapabilities) => ({
      ...others,
      workspace: { fileOperations: workspace!.fileOperations },
    }),
  },
  'workspace.configuration': about(mild),
  'workspace.workspaceEdit.documentChanges': {
    ...withoutFiles,
    edit: inChanges,
    newName: inChanges,
    moved: inChanges,
  },
  'workspace.workspaceEdit.resourceOperations': withoutFiles,
  'workspace.workspaceEdit.changeAnnotationSupport': { newName: unasked },
  'textDocument.rename.honorsChangeAnnotations': { newName: unasked },
  'textDocument.rename.prepareSupport': {
    capabilities: (full: lsp.ServerCapabilities) => ({ ...full, renameProvider: true }),
  },
  'workspace.fileOperations.didCreate': less('didCreate'),
  'workspace.fileOperations.willRename': less('willRename'),
  'workspace.fileOperations.didRename': less('didRename'),
  'workspace.didChangeWatchedFiles.dynamicRegistration': {
    registrations: without('workspace/didChangeWatchedFiles'),
  },
  'workspace.didChangeConfiguration.dynamicRegistration': {
    registrations: without('workspace/didChangeConfiguration'),
  },
  'workspace.diagnostics.refreshSupport': { refreshes: without('workspace/diagnostic/refresh') },
  'workspace.codeLens.refreshSupport': { refreshes: without('workspace/codeLens/refresh') },
  'workspace.inlayHint.refreshSupport': { refreshes: without('workspace/inlayHint/refresh') },
  'workspace.semanticTokens.refreshSupport': { refreshes: without('workspace/semanticTokens/refresh') },
  'workspace.symbol.symbolKind.valueSet': { symbols: (all: lsp.SymbolInformation[]) => all.map(firstKind) },
  'window.workDoneProgress': { progress: () => [] },
  'window.showDocument': { shown: () => [] },
  'window.showMessage': { shown: ([previous]: string[]) => [previous] },
  'textDocument.diagnostic': {
    capabilities: ({ diagnosticProvider: _, ...others }: lsp.ServerCapabilities) => others,
    refreshes: without('workspace/diagnostic/refresh'),
    sent: () => true,
  },
  'textDocument.diagnostic.codeDescriptionSupport + textDocument.publishDiagnostics.codeDescriptionSupport':
    about(unlinked),
  'textDocument.completion.completionItem.snippetSupport': {
    sections: ([item]: lsp.CompletionItem[]) => {
      const { range, newText } = item!.textEdit as lsp.TextEdit
      return [{ ...item, insertTextFormat: 1, textEdit: { range, newText: newText.replace(/\$0$/, '') } }]
    },
  },
  'textDocument.completion.completionItem.labelDetailsSupport': items(({ labelDetails: _, ...item }) => item),
  'textDocument.completion.completionItem.preselectSupport': items(({ preselect: _, ...item }) => item),
  'textDocument.completion.completionItem.documentationFormat': {
    documentation: () => plain(person.join('\n')),
  },
  'textDocument.completion.completionItem.resolveSupport': {
    sections: documented('- Hooks'),
    people: documented(`Team Crane  \nLast meetings:\n\n${person.slice(2).join('\n')}`),
    issues: documented(
      `**harbour/minutes\\#12: A long rope**  \nEarlier: one meeting\n\n- [call · Thu 2025-02-27](${folder.uriOf('call/20250227.md')})`,
    ),
    pictures: documented(`![rope.png](${folder.uriOf('crane/rope.png')})`),
  },
  'textDocument.completion.completionItemKind.valueSet': {
    issues: (list: lsp.CompletionList) => ({
      ...list,
      items: list.items.map((item) => ({ ...item, kind: lsp.CompletionItemKind.Reference })),
    }),
  },
  'textDocument.completion.completionList.itemDefaults': { people: plainItem, issues: plainItem, pictures: plainItem },
  'textDocument.codeAction.dataSupport': unresolved,
  'textDocument.codeAction.resolveSupport': unresolved,
  'textDocument.codeAction.isPreferredSupport': {
    actions: (all: lsp.CodeAction[]) => all.map(({ isPreferred: _, ...action }) => action),
  },
  'textDocument.codeAction.codeActionLiteralSupport': {
    capabilities: (full: lsp.ServerCapabilities) => ({ ...full, codeActionProvider: true }),
    actions: (all: lsp.CodeAction[]) =>
      all.map(({ title, kind, data }) => {
        const action = { ...(data as object), kind, title }
        return { title, command: serverCommands.applyAction, arguments: [action] }
      }),
  },
  'textDocument.codeAction.codeActionLiteralSupport + workspace.applyEdit': {
    capabilities: ({ codeActionProvider: _, ...others }: lsp.ServerCapabilities) => others,
    actions: () => [],
    edit: () => undefined,
  },
  'textDocument.definition.linkSupport': {
    definition: ([{ targetUri, targetRange }]: [lsp.LocationLink]) => ({ uri: targetUri, range: targetRange }),
  },
  'textDocument.documentLink.tooltipSupport': {
    links: (all: lsp.DocumentLink[]) => all.map(({ tooltip: _, ...link }) => link),
  },
  'textDocument.hover.contentFormat': {
    hover: ({ range }: lsp.Hover) => ({ contents: plain(meeting.join('\n')), range }),
  },
  'textDocument.foldingRange.lineFoldingOnly': {
    folds: (all: lsp.FoldingRange[]) =>
      all.map((fold) => ({ ...fold, startCharacter: endOf(fold.startLine), endCharacter: endOf(fold.endLine) })),
  },
  'textDocument.documentSymbol.hierarchicalDocumentSymbolSupport': {
    outline: (all: lsp.DocumentSymbol[]) => flat(uri, all),
  },
  'textDocument.documentSymbol.labelSupport': {
    capabilities: (full: lsp.ServerCapabilities) => ({ ...full, documentSymbolProvider: true }),
  },
  'textDocument.documentSymbol.symbolKind.valueSet': { outline: (all: lsp.DocumentSymbol[]) => all.map(firstKind) },
})

/** Those that change no answer here while a client has all others. */
const harmless = [
  'general.positionEncodings',
  'workspace.applyEdit',
  'textDocument.synchronization',
  'textDocument.publishDiagnostics',
  'textDocument.codeAction.codeActionLiteralSupport.codeActionKind',
  'textDocument.references',
  'textDocument.codeLens',
  'textDocument.inlayHint',
  'textDocument.semanticTokens',
  'textDocument.documentHighlight',
  'textDocument.foldingRange.rangeLimit',
  'textDocument.foldingRange.foldingRangeKind',
  'textDocument.selectionRange',
]

const person = [
  'Team Crane',
  'Last meetings:',
  '- 2025-03-13 call',
  '- 2025-03-05 Team Crane',
  '- 2025-02-26 Team Crane',
]
const meeting = ['Team Crane · Wed 2025-03-05', '1 open action', 'Ropes', '> • AI @ines: order a rope']

function endOf(line: number): number {
  return text.split('\n')[line]!.length
}

/** All capabilities without some, each named by its path. */
function lacking(paths: readonly string[]): lsp.ClientCapabilities {
  const left = structuredClone(fullCapabilities)
  for (const path of paths) {
    const names = path.split('.')
    const last = names.pop()!
    const holder = names.reduce((each, name) => each[name] as Members, left as unknown as Members)
    assert.ok(last in holder, path)
    delete holder[last]
  }
  return left
}

type Members = Record<string, unknown>

function leaves(value: unknown, path = ''): string[] {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  if (!members.length) return [path]
  return members.flatMap(([name, member]) => leaves(member, path ? `${path}.${name}` : name))
}

test('a client is answered by what it has announced', async (t) => {
  const folder = new Folder(t, files)
  const full = await (await Walk.begin(t, folder, fullCapabilities)).answers()
  for (const [name, answer] of Object.entries(full))
    assert.ok(['existing', 'sent'].includes(name) || !['null', '[]'].includes(JSON.stringify(answer)), name)

  const check = (answers: Answers, changes: Readonly<Record<string, Change>>) => {
    for (const [name, answer] of Object.entries(answers)) {
      const expected = changes[name] ? changes[name](full[name] as never, answer as never) : full[name]
      assert.deepEqual(answer, expected, name)
      if (changes[name]) assert.notDeepEqual(answer, full[name], `${name} is another answer`)
    }
  }
  const rows = { ...missing(folder.uriOf(path), folder), [harmless.join(' + ')]: {} }
  const named = Object.keys(rows).flatMap((row) => row.split(' + '))
  for (const leaf of leaves(fullCapabilities))
    assert.ok(
      named.some((name) => leaf === name || leaf.startsWith(`${name}.`)),
      `this test knows of ${leaf}`,
    )

  for (const [row, changes] of Object.entries(rows)) {
    await t.test(`without ${row}`, async (t) => {
      check(await (await Walk.begin(t, folder, lacking(row.split(' + ')))).answers(), changes)
    })
  }
})

test('a client that announces nothing is answered in the plainest words', async (t) => {
  const folder = new Folder(t, files)
  const walk = await Walk.begin(t, folder, {})
  const answers = await walk.answers()
  const uriOf = (name: string) => folder.uriOf(name)
  const range = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  })
  const { capabilities, ...others } = answers as { capabilities: lsp.ServerCapabilities }
  assert.equal(capabilities.positionEncoding, 'utf-16')
  for (const name of ['codeActionProvider', 'diagnosticProvider'] as const) assert.equal(capabilities[name], undefined)
  for (const name of ['renameProvider', 'documentSymbolProvider'] as const) assert.equal(capabilities[name], true)
  assert.deepEqual(capabilities.workspace, { fileOperations: {} })

  const name = urlOf('crane/20250312.md')
  const item = (label: string, kind: lsp.CompletionItemKind, detail: string, more: lsp.CompletionItem) => ({
    ...{ label, kind, detail, sortText: '0000', insertTextFormat: lsp.InsertTextFormat.PlainText },
    ...more,
  })
  const { uri } = walk
  const symbol = (name: string, kind: lsp.SymbolKind, range: lsp.Range, containerName?: string) => ({
    ...{ name, kind, location: { uri, range } },
    ...(containerName && { containerName }),
  })
  const nora = (...ranges: lsp.Range[]) => ranges.map((range) => ({ range, newText: '@nora' }))
  const expected: Answers = {
    sections: [
      item('### Team Crane', lsp.CompletionItemKind.Module, 'Wed 2025-03-12', {
        label: '### Team Crane',
        filterText: '###### Team Crane',
        documentation: plain('- Hooks'),
        textEdit: { range: range(2, 0, 14), newText: `### Team Crane\n\nMinutes: ${name}\n\n- ` },
        data: { uri, path: 'crane/20250312.md' },
      }),
    ],
    hover: { contents: plain(meeting.join('\n')), range: range(6, 2, 79) },
    definition: { uri: uriOf(team), range: range(2, 3, 8) },
    links: [{ range: range(6, 10, 78), target: `${uriOf(team)}#L3` }],
    outline: [symbol('Call 2025-03-12', lsp.SymbolKind.File, { ...range(0, 0, 0), end: { line: 15, character: 16 } })],
    documentation: plain(person.join('\n')),
    actions: [],
    newFileName: noRenames,
    newName: {
      changes: {
        [uri]: nora(range(6, 81, 86), range(7, 5, 10)),
        [uriOf('crane/20250226.md')]: nora(range(4, 2, 7), range(5, 5, 10)),
        [uriOf(team)]: nora(range(4, 5, 10)),
      },
    },
    previous: { uri: uriOf('call/20250306.md'), range: range(0, 0, 0) },
    made: null,
    existing: null,
    checked: { files: 7, faulty: 1, findings: 2 },
    told: [noFiles, noFiles, '2 findings in 1 of 7 files.'],
    refreshes: [],
    registrations: [],
    shown: [],
    progress: [],
    sent: true,
  }
  const { outline, ...rest } = expected
  for (const [name, answer] of Object.entries(rest)) assert.deepEqual((others as Answers)[name], answer, name)
  assert.deepEqual((answers.outline as unknown[])[0], (outline as unknown[])[0])
  const completed = JSON.stringify([answers.people, answers.issues, answers.pictures])
  for (const word of ['itemDefaults', 'labelDetails', 'preselect', 'markdown', '"kind":23'])
    assert.ok(!completed.includes(word), word)
  assert.ok(completed.includes(JSON.stringify(plain(person.join('\n')))))
  assert.deepEqual(
    (answers.findings as lsp.Diagnostic[]).map((one) => Object.keys(one).sort()),
    Array(2).fill(['code', 'message', 'range', 'severity', 'source']),
  )
})

for (const [name, roots] of Object.entries({
  'the URI of its one folder': (folder: Folder) => ({ rootUri: folder.uri }),
  'that, and no other folders': (folder: Folder) => ({ rootUri: folder.uri, workspaceFolders: [] }),
  'the path of its folder': (folder: Folder) => ({ rootPath: folder.root }),
  'the path of its folder, and no URI': (folder: Folder) => ({
    rootPath: folder.root,
    rootUri: null,
    workspaceFolders: null,
  }),
})) {
  test(`a client may name ${name}`, async (t) => {
    const folder = new Folder(t, files)
    const client = await Client.during(t, [], { capabilities: {}, roots: roots(folder) })
    await client.open(folder.uriOf(path), text)
    await client.until(() => client.published.get(folder.uriOf(path))?.diagnostics.length === 2)
    assert.equal(client.published.get(folder.uriOf(path))!.version, undefined)
  })
}
