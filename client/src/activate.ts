import { Disposable, type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { explainRules } from './commands/explain.ts'
import { setUp } from './commands/set-up.ts'
import { sayThatItIsTooEarly } from './commands/too-early.ts'
import { isOtherPath, minutesGlob, otherGlob } from './minutes.ts'
import { showWelcome, tellWhetherMinutesAreHere } from './views/welcome.ts'

/** What differs between a machine and a browser while there is no server. */
export interface Entry {
  /** Whether the workspace holds minutes. It is asked before anything is started, and has to be cheap. */
  holdsMinutes(): Promise<boolean>
  /** Whether a workspace without minutes holds something else than Markdown, such as a program: then none are expected. */
  holdsOther(): Promise<boolean>
  /**
   * Loads the client, which is most of the extension, and starts it. `offered` is given each client once its commands are there. It is loaded
   * here alone, so that windows without minutes do not wait for it. Resolves when the server runs, or cannot.
   */
  start(offered: (client: BaseLanguageClient) => void): Promise<void>
}

/**
 * Starts the server now where there are minutes, else when the first ones appear. Resolves when the commands are there: VS Code waits for that
 * before it runs one, and nobody is to wait for the server.
 */
export async function activateWith(context: ExtensionContext, entry: Entry): Promise<void> {
  let current: BaseLanguageClient | undefined
  let started: Promise<void> | undefined
  const minutesAreHere = entry.holdsMinutes()
  const startedClient = async () => {
    await minutesAreHere
    await started
    return current
  }
  let early: Disposable | undefined
  context.subscriptions.push(explainRules(context), showWelcome(), setUp(startedClient))
  const startOnce = () => {
    early?.dispose()
    tellWhetherMinutesAreHere('some')
    return new Promise<void>((resolve, reject) => {
      started ??= entry.start((client) => {
        current = client
        resolve()
      })
      started.then(resolve, reject)
    })
  }
  if (await minutesAreHere) return startOnce()
  early = sayThatItIsTooEarly()
  context.subscriptions.push(early, whenMinutesAppear(entry, startOnce))
  if ((await entry.holdsOther()) || started) return
  tellWhetherMinutesAreHere('none')
  const alone = whenOtherAppears(entry, () => tellWhetherMinutesAreHere(undefined))
  early = Disposable.from(early, alone)
  context.subscriptions.push(alone)
}

/** The listener may be called more than once. */
function whenMinutesAppear(entry: Entry, listener: () => Promise<void>): Disposable {
  const watcher = workspace.createFileSystemWatcher(minutesGlob, false, true, true)
  const appeared = () => {
    waiting.dispose()
    void listener()
  }
  const waiting = Disposable.from(
    watcher,
    watcher.onDidCreate(appeared),
    workspace.onDidChangeWorkspaceFolders(async () => (await entry.holdsMinutes()) && appeared()),
  )
  return waiting
}

/** The listener is called once. Only in a folder of Markdown alone does anybody look for what else may come. */
function whenOtherAppears({ holdsOther }: Entry, listener: () => void): Disposable {
  let isOver = false
  const watcher = workspace.createFileSystemWatcher(otherGlob, false, true, true)
  const look = async () => {
    if (!(await holdsOther()) || isOver) return
    waiting.dispose()
    listener()
  }
  const waiting = Disposable.from(
    watcher,
    watcher.onDidCreate((file) => isOtherPath(workspace.asRelativePath(file, false)) && look()),
    workspace.onDidChangeWorkspaceFolders(look),
    new Disposable(() => {
      isOver = true
    }),
  )
  return waiting
}
