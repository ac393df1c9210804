import { commands, Disposable, type ExtensionContext, extensions, type Uri, workspace } from 'vscode'
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { checkRepository } from './commands/check-repository.ts'
import { rulePages } from './commands/explain.ts'
import { goToMeetings } from './commands/go-to.ts'
import { importPad } from './commands/import-pad.ts'
import { newMinutes } from './commands/new-minutes.ts'
import { reportCommands } from './commands/report.ts'
import { showReferences } from './commands/show-references.ts'
import { Failures } from './failure.ts'
import { endinglessGlob } from './minutes.ts'
import { MinutesChange } from './minutes-change.ts'
import { pasteInto } from './paste/paste.ts'
import { refusals } from './rename.ts'
import { type Runnable, Succession } from './succession.ts'
import { showActions } from './views/actions/view.ts'
import { showCalendar } from './views/calendar/panel.ts'
import { showStatus } from './views/status.ts'

/** What differs between a machine and a browser. */
export interface Host {
  createClient(options: LanguageClientOptions): BaseLanguageClient
  /** Stores pictures from elsewhere; missing where no page may read them. */
  readonly pictures?: PictureStore
  /** Called whenever a server begins to answer, the first or one after a crash. The result ends what it does. */
  onRunning?(client: BaseLanguageClient): Disposable
}

export interface PictureStore {
  /** Registers the commands that store pictures. The result ends them. */
  register(client: BaseLanguageClient): Disposable
  /** Stores the pictures of a document that has come from a pad, which its user has named by its URL. The result is `false` when it was cancelled. */
  storeFrom(pad: string, uri: Uri, client: BaseLanguageClient): Promise<boolean>
}

/**
 * Starts a client with its server, and another one when folders come that the first could not be made for. `offered` is given each client once its
 * commands are there, before its server runs. Resolves when the first server runs, or cannot.
 */
export async function startClient(
  context: ExtensionContext,
  offered: (client: BaseLanguageClient) => void,
  host: Host,
): Promise<void> {
  const servers = new Succession()
  const server = () => new Server(host, schemes, context.extensionUri, offered)
  let schemes = folderSchemes()
  const folders = workspace.onDidChangeWorkspaceFolders(() => {
    if (folderSchemes().every((scheme) => schemes.includes(scheme))) return
    // A client is made for its documents once and for all.
    schemes = folderSchemes()
    void servers.follow(server())
  })
  const end = new Disposable(() => void servers.follow(undefined))
  context.subscriptions.push(showReferences(), folders, end)
  await servers.follow(server())
}

/** The context key by which the manifest shows commands only where there are minutes. */
const runningKey = 'minutes.active'

/** The context key by which it shows what stores pictures. */
const savingKey = 'minutes.savesPictures'

/** One client with its server, and what is there as long as it is. */
class Server implements Runnable {
  private readonly failures = new Failures()
  private readonly client: BaseLanguageClient
  private shown: Disposable | undefined
  private whileRunning: Disposable | undefined

  constructor(
    private readonly host: Host,
    private readonly schemes: readonly string[],
    private readonly extension: Uri,
    private readonly offered: (client: BaseLanguageClient) => void,
  ) {
    const initializationOptions: InitializationOptions = {
      hostChecksSettingsSchema: true,
      hostReadsMarkdown: markdownReader() !== undefined,
      rulePages,
      savesPictures: host.pictures !== undefined,
      followsChanges: true,
      showsReferences: true,
    }
    const documentSelector = documents(schemes)
    const middleware = refusals
    this.client = host.createClient({ ...this.failures.options, documentSelector, initializationOptions, middleware })
  }

  async start(): Promise<void> {
    const follow = this.client.onDidChangeState(({ newState }) => this.follow(newState))
    const markdown = this.schemes.map((scheme) => ({ scheme, language: 'markdown' }))
    const pasting = pasteInto(this.client, markdown, markdownReader())
    const authoring = Disposable.from(
      newMinutes(this.client),
      reportCommands(this.client),
      importPad(this.client, this.host.pictures),
      ...(this.host.pictures ? [this.host.pictures.register(this.client)] : []),
    )
    const change = new MinutesChange(this.client)
    const calendar = showCalendar(this.client, this.extension, change)
    const views = Disposable.from(change, showStatus(this.client), showActions(this.client, change), calendar)
    const asking = Disposable.from(goToMeetings(this.client), checkRepository(this.client))
    this.shown = Disposable.from(views, asking, authoring, pasting, follow)
    this.offered(this.client)
    await this.failures.start(this.client)
  }

  async end(): Promise<void> {
    void commands.executeCommand('setContext', runningKey, false)
    this.shown?.dispose()
    this.whileRunning?.dispose()
    // One that could not start, or was never asked to, cannot be stopped, and says so.
    await this.client.dispose().catch(() => {})
  }

  private follow(state: State): void {
    this.whileRunning?.dispose()
    this.whileRunning = state === State.Running ? this.host.onRunning?.(this.client) : undefined
    void commands.executeCommand('setContext', savingKey, this.host.pictures !== undefined)
    void commands.executeCommand('setContext', runningKey, state === State.Running)
  }
}

/** VS Code's own Markdown extension, where it is on: people can switch it off. */
function markdownReader() {
  return extensions.getExtension('vscode.markdown-language-features')
}

function folderSchemes(): string[] {
  return [...new Set(workspace.workspaceFolders?.map((folder) => folder.uri.scheme))]
}

/** Documents of the workspace, not those of other views of its files (a commit, a comparison, a chat). */
function documents(schemes: readonly string[]) {
  return schemes.flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, pattern: '**/.minutes.json' },
    { scheme, pattern: endinglessGlob },
  ])
}
