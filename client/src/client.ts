import { Disposable, type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { Failures } from './failure.ts'
import { endinglessGlob, minutesGlob } from './minutes.ts'
import { showStatus } from './views/status.ts'

/** What differs between a machine and a browser. */
export interface Host {
  /** Whether the workspace holds minutes. It is asked before anything is started, and has to be cheap. */
  holdsMinutes(): Promise<boolean>
  createClient(options: LanguageClientOptions): BaseLanguageClient
  /** Called when the server first answers. */
  onReady?(client: BaseLanguageClient): Promise<void>
}

/** Starts the server now where there are minutes, else when the first ones appear. */
export async function activateWith(context: ExtensionContext, host: Host): Promise<void> {
  if (await host.holdsMinutes()) return start(context, host)
  const waiting = whenMinutesAppear(host, () => start(context, host))
  context.subscriptions.push(waiting)
}

function whenMinutesAppear(host: Host, listener: () => Promise<void>): Disposable {
  const watcher = workspace.createFileSystemWatcher(minutesGlob, false, true, true)
  const appeared = () => {
    waiting.dispose()
    void listener()
  }
  const waiting = Disposable.from(
    watcher,
    watcher.onDidCreate(appeared),
    workspace.onDidChangeWorkspaceFolders(async () => (await host.holdsMinutes()) && appeared()),
  )
  return waiting
}

async function start(context: ExtensionContext, host: Host) {
  const initializationOptions: InitializationOptions = { hostChecksSettingsSchema: true }
  const failures = new Failures()
  const client = host.createClient({ ...failures.options, documentSelector: documents(), initializationOptions })
  context.subscriptions.push(client, showStatus(client))
  if (await failures.start(client)) await host.onReady?.(client)
}

/** Documents of the workspace, not those of other views of its files (a commit, a comparison, a chat). */
function documents() {
  const schemes = new Set(workspace.workspaceFolders?.map((folder) => folder.uri.scheme))
  return [...schemes].flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, pattern: '**/.minutes.json' },
    { scheme, pattern: endinglessGlob },
  ])
}
