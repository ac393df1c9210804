import * as lsp from 'vscode-languageserver'
import type { Log } from '../core/host.ts'
import { rootOfPath } from './convert.ts'
import { attempted, type ClientFacts, type Context, type Task } from './feature.ts'
import { features } from './features/index.ts'
import { Findings } from './findings.ts'
import type { ServerHost } from './host.ts'
import { loadingOnce } from './loading.ts'
import { Preferences } from './preferences.ts'
import type { InitializationOptions } from './protocol.ts'
import { RenamesUnderWay } from './renames-under-way.ts'
import { Repositories } from './repositories.ts'
import { RepositoryCheck } from './repository-check.ts'
import { encodingFor } from './units.ts'

const serverName = 'minutes-language-server'

declare const MINUTES_VERSION: string

/** Serves one client, until it says goodbye. */
export function serve(connection: lsp.Connection, host: ServerHost): void {
  const early = connection.onRequest(() => refusedEarly)
  connection.onInitialize((params): lsp.InitializeResult => {
    const initialized: Task[] = []
    const context = createContext(connection, host, params, (task) => initialized.push(task))
    for (const feature of features) feature.register(context)
    context.repositories.listen(connection)
    host.onFilesTold?.((root, paths) => context.repositories.filesTold(root, paths))
    const capabilities = capabilitiesFor(context.client)
    connection.onInitialized(() => {
      for (const task of initialized) void attempted(connection, task)
      context.repositories.start()
      void loadedLater(context)
    })
    // The library would forget half of what it knows of the client, and go on.
    connection.onRequest(lsp.InitializeRequest.method, () => refusedAnother)
    early.dispose()
    return { capabilities, serverInfo: { name: serverName, version: MINUTES_VERSION } }
  })
  connection.listen()
}

/** The first question is answered as quickly as the others then, and another version may take this one's place on the disk. */
async function loadedLater({ repositories, answers }: Context): Promise<void> {
  await repositories.whenAllReady()
  // What has been waited for is told first.
  lsp.RAL().timer.setTimeout(() => void answers(), delayMilliseconds)
}

const delayMilliseconds = 1000

const refusedEarly = new lsp.ResponseError(lsp.ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.')
const refusedAnother = new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, 'The server is initialized already.')

const textDocumentSync = { openClose: true, change: lsp.TextDocumentSyncKind.Incremental, save: true }

function createContext(
  connection: lsp.Connection,
  host: ServerHost,
  { capabilities, initializationOptions, ...params }: lsp.InitializeParams,
  whenInitialized: Context['whenInitialized'],
): Context {
  const options = (initializationOptions ?? {}) as InitializationOptions
  const client: ClientFacts = {
    capabilities,
    hostChecksSettingsSchema: options.hostChecksSettingsSchema === true,
    hostReadsMarkdown: options.hostReadsMarkdown === true,
    rulePages: linksCodes(capabilities) ? (options.rulePages ?? host.rulePages) : undefined,
    savesPictures: options.savesPictures === true,
    showsReferences: options.showsReferences === true,
    followsChanges: options.followsChanges === true,
  }
  const log: Log = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
  }
  const repositories = new Repositories(host, log, encodingFor(capabilities))
  for (const root of rootsOf(params)) repositories.add(root)
  const preferences = new Preferences(connection, capabilities, options.minutes)
  const findings = new Findings(repositories, client.hostChecksSettingsSchema)
  const renames = new RenamesUnderWay()
  const { clock, later } = host
  const answers = loadingOnce(() => host.answers(options.answers), connection)
  const seen = { connection, client, clock, answers, later, log, repositories, findings, preferences, renames }
  return { ...seen, check: new RepositoryCheck(seen), whenInitialized }
}

/** Whether the client makes links of the codes of findings. */
function linksCodes({ textDocument }: lsp.ClientCapabilities): boolean {
  return [textDocument?.diagnostic, textDocument?.publishDiagnostics].some((each) => each?.codeDescriptionSupport)
}

/** The folders of the client's workspace; of a client that knows of one alone, that one, which the first clients named by its path. */
function rootsOf({
  workspaceFolders,
  rootUri,
  rootPath,
}: Pick<lsp.InitializeParams, 'workspaceFolders' | 'rootUri' | 'rootPath'>): string[] {
  if (workspaceFolders?.length) return workspaceFolders.map(({ uri }) => uri)
  if (rootUri) return [rootUri]
  return rootPath ? [rootOfPath(rootPath)] : []
}

function capabilitiesFor(client: ClientFacts): lsp.ServerCapabilities {
  const all = features.map((feature) => feature.capabilities(client))
  // More than one feature has something to say of the workspace, and of what is done to its files.
  const workspace = Object.assign({}, ...all.map((each) => each.workspace)) as lsp.ServerCapabilities['workspace']
  const fileOperations = Object.assign({}, ...all.map((each) => each.workspace?.fileOperations)) as object
  return Object.assign({ positionEncoding: encodingFor(client.capabilities), textDocumentSync }, ...all, {
    workspace: { ...workspace, fileOperations },
  }) as lsp.ServerCapabilities
}
