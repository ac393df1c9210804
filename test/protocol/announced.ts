import type * as lsp from 'vscode-languageserver-protocol/node'

/** Something in a message that a client has to have announced. */
interface Gate {
  /** The methods in whose parameters or results it may stand. */
  readonly methods: readonly string[]
  /** The property by which it is known, at any depth, and what its value is then. */
  readonly property: string
  readonly is?: (value: unknown) => boolean
  /** What the client says where it takes that. */
  readonly announced: (client: lsp.ClientCapabilities) => unknown
}

const completion = ['textDocument/completion', 'completionItem/resolve']
const codeAction = ['textDocument/codeAction', 'codeAction/resolve']
const edits = [...codeAction, 'textDocument/rename', 'workspace/willRenameFiles', 'workspace/applyEdit']
const diagnostics = ['textDocument/diagnostic', 'textDocument/publishDiagnostics', ...codeAction]
const item = (client: lsp.ClientCapabilities) => client.textDocument?.completion?.completionItem
const list = (client: lsp.ClientCapabilities) => client.textDocument?.completion?.completionList
const diagnostic = ({ textDocument }: lsp.ClientCapabilities) => [
  textDocument?.diagnostic,
  textDocument?.publishDiagnostics,
]
const action = (client: lsp.ClientCapabilities) => client.textDocument?.codeAction
const workspaceEdit = (client: lsp.ClientCapabilities) => client.workspace?.workspaceEdit
const isMarkdown = (value: unknown) => (value as Partial<lsp.MarkupContent> | null)?.kind === 'markdown'

const gates: readonly Gate[] = [
  { methods: completion, property: 'labelDetails', announced: (client) => item(client)?.labelDetailsSupport },
  { methods: completion, property: 'preselect', announced: (client) => item(client)?.preselectSupport },
  {
    methods: completion,
    property: 'insertTextFormat',
    is: (value) => value === 2,
    announced: (client) => item(client)?.snippetSupport,
  },
  {
    methods: completion,
    property: 'documentation',
    is: isMarkdown,
    announced: (client) => item(client)?.documentationFormat?.includes('markdown'),
  },
  { methods: completion, property: 'insert', announced: (client) => item(client)?.insertReplaceSupport },
  { methods: completion, property: 'textEditText', announced: (client) => list(client)?.itemDefaults },
  {
    methods: completion,
    property: 'kind',
    // Those of LSP's first version everybody knows.
    is: (value) => typeof value === 'number' && value > 18,
    announced: (client) => client.textDocument?.completion?.completionItemKind?.valueSet,
  },
  { methods: completion, property: 'tags', announced: (client) => item(client)?.tagSupport },
  {
    methods: completion,
    property: 'editRange',
    announced: (client) => list(client)?.itemDefaults?.includes('editRange'),
  },
  {
    methods: ['textDocument/hover'],
    property: 'contents',
    is: isMarkdown,
    announced: (client) => client.textDocument?.hover?.contentFormat?.includes('markdown'),
  },
  {
    methods: ['textDocument/definition'],
    property: 'targetUri',
    announced: (client) => client.textDocument?.definition?.linkSupport,
  },
  {
    methods: ['textDocument/documentLink'],
    property: 'tooltip',
    announced: (client) => client.textDocument?.documentLink?.tooltipSupport,
  },
  {
    methods: ['textDocument/documentSymbol'],
    property: 'selectionRange',
    announced: (client) => client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport,
  },
  {
    methods: codeAction,
    property: 'kind',
    is: (value) => typeof value === 'string',
    announced: (client) => action(client)?.codeActionLiteralSupport,
  },
  { methods: codeAction, property: 'isPreferred', announced: (client) => action(client)?.isPreferredSupport },
  {
    methods: diagnostics,
    property: 'relatedInformation',
    announced: (client) => diagnostic(client).some((one) => one?.relatedInformation),
  },
  {
    methods: diagnostics,
    property: 'codeDescription',
    announced: (client) => diagnostic(client).some((one) => one?.codeDescriptionSupport),
  },
  {
    methods: ['textDocument/publishDiagnostics'],
    property: 'version',
    announced: (client) => client.textDocument?.publishDiagnostics?.versionSupport,
  },
  { methods: edits, property: 'documentChanges', announced: (client) => workspaceEdit(client)?.documentChanges },
  {
    methods: edits,
    property: 'oldUri',
    announced: (client) => workspaceEdit(client)?.resourceOperations?.includes('rename'),
  },
  { methods: edits, property: 'annotationId', announced: (client) => workspaceEdit(client)?.changeAnnotationSupport },
  {
    methods: ['initialize'],
    property: 'codeActionKinds',
    announced: (client) => action(client)?.codeActionLiteralSupport,
  },
  {
    methods: ['initialize'],
    property: 'diagnosticProvider',
    announced: (client) => client.textDocument?.diagnostic,
  },
  {
    methods: ['initialize'],
    property: 'label',
    announced: (client) => client.textDocument?.documentSymbol?.labelSupport,
  },
  {
    methods: ['initialize'],
    property: 'prepareProvider',
    announced: (client) => client.textDocument?.rename?.prepareSupport,
  },
  {
    methods: ['initialize'],
    property: 'workspaceFolders',
    announced: (client) => client.workspace?.workspaceFolders,
  },
]

/** What a client announces that takes a request of the server. */
const requests: Readonly<Record<string, (client: lsp.ClientCapabilities) => unknown>> = {
  'workspace/configuration': ({ workspace }) => workspace?.configuration,
  'workspace/applyEdit': ({ workspace }) => workspace?.applyEdit,
  'workspace/diagnostic/refresh': ({ workspace }) => workspace?.diagnostics?.refreshSupport,
  'workspace/codeLens/refresh': ({ workspace }) => workspace?.codeLens?.refreshSupport,
  'workspace/inlayHint/refresh': ({ workspace }) => workspace?.inlayHint?.refreshSupport,
  'workspace/semanticTokens/refresh': ({ workspace }) => workspace?.semanticTokens?.refreshSupport,
  'window/showDocument': ({ window }) => window?.showDocument?.support,
  'window/showMessageRequest': ({ window }) => window?.showMessage,
  'window/workDoneProgress/create': ({ window }) => window?.workDoneProgress,
}

const registrations: typeof requests = {
  'workspace/didChangeWatchedFiles': ({ workspace }) => workspace?.didChangeWatchedFiles?.dynamicRegistration,
  'workspace/didChangeConfiguration': ({ workspace }) => workspace?.didChangeConfiguration?.dynamicRegistration,
}

/** What a message of the server holds that the client has not announced; of a response, `request` is the method that it answers. */
export function unannouncedIn(
  message: lsp.Message,
  request: string | undefined,
  client: lsp.ClientCapabilities,
): string[] {
  const { method = request, params, result } = message as Partial<lsp.RequestMessage & lsp.ResponseMessage>
  if (method === undefined || method.startsWith('minutes/')) return []
  const asks = 'method' in message && 'id' in message
  return [
    ...(asks ? unannouncedRequest(method, params, client) : []),
    ...gates
      .filter(({ methods, property, is, announced }) => {
        return methods.includes(method) && !announced(client) && holds(result ?? params, property, is)
      })
      .map(({ property }) => `${method}: the client did not announce "${property}"`),
  ]
}

function unannouncedRequest(method: string, params: unknown, client: lsp.ClientCapabilities): string[] {
  if (method === 'client/registerCapability') {
    return (params as lsp.RegistrationParams).registrations
      .filter((one) => !registrations[one.method]?.(client))
      .map((one) => `The client did not announce that ${one.method} can be registered`)
  }
  return requests[method]?.(client) ? [] : [`The client did not announce ${method}`]
}

/** Whether a value has a property, at any depth but that of `data` and of the arguments of commands, which are the server's own. */
function holds(value: unknown, property: string, is: (value: unknown) => boolean = () => true): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([name, member]) => (name === property && is(member)) || (!own.includes(name) && holds(member, property, is)),
  )
}

const own: readonly string[] = ['data', 'arguments']
