import type * as lsp from 'vscode-languageserver'
import type { Clock, Log } from '../core/host.ts'
import type { EditorSettings } from '../core/settings/schema.ts'
import type { Answers } from './answers.ts'
import type { Findings } from './findings.ts'
import type { Preferences } from './preferences.ts'
import type { RenamesUnderWay } from './renames-under-way.ts'
import type { Repositories } from './repositories.ts'
import type { RepositoryCheck } from './repository-check.ts'

/** What the client told of itself. */
export interface ClientFacts {
  readonly capabilities: lsp.ClientCapabilities
  readonly hostChecksSettingsSchema: boolean
  readonly hostReadsMarkdown: boolean
  /** URI of the folder with the pages of the rules; `undefined` where none can be linked. */
  readonly rulePages: string | undefined
  /** Whether it has the command that stores pictures. */
  readonly savesPictures: boolean
  /** Whether it has the command that shows places. */
  readonly showsReferences: boolean
  /** Whether it is told that answers may have changed. */
  readonly followsChanges: boolean
}

/** What the server knows. */
export interface Seen {
  readonly connection: lsp.Connection
  readonly client: ClientFacts
  readonly clock: Clock
  readonly log: Log
  readonly repositories: Repositories
  readonly findings: Findings
  readonly preferences: Preferences
  readonly renames: RenamesUnderWay
  /** What answers requests, which is loaded for the first of them; `undefined` where it cannot be. */
  answers(): Promise<Answers | undefined>
  /** Does a task after the messages that have arrived meanwhile. */
  later(task: () => void): void
}

/** What every feature works with. */
export interface Context extends Seen {
  readonly check: RepositoryCheck
  /** Runs a task when the client is ready for requests of the server. */
  whenInitialized(task: Task): void
}

/** Something that the server asks of the client. */
export type Task = () => void | Promise<void>

/** One request of LSP, or a few that belong together, with what the server says of it. */
export interface Feature {
  capabilities(client: ClientFacts): lsp.ServerCapabilities
  register(context: Context): void
}

/** Whether the client asks for findings, and is not sent them. */
export function asksForDiagnostics({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.diagnostic !== undefined
}

/** Does what the client may refuse: then that is logged, and the server does without. */
export async function attempted({ console }: lsp.Connection, task: Task): Promise<void> {
  try {
    await task()
  } catch (error) {
    console.warn(`The editor refused a request of Minutes: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Lets the client ask anew, by `refresh`, when answers about documents that nobody has edited may have changed, or the settings that `pick`
 * takes.
 */
export function refreshing(
  { connection, repositories, preferences }: Context,
  pick: (settings: EditorSettings) => unknown,
  refresh: () => Promise<void>,
): void {
  const ask = () => void attempted(connection, refresh)
  let last = JSON.stringify(pick(preferences.settings))
  repositories.onChange((edited) => {
    if (!edited) ask()
  })
  preferences.onChange((settings) => {
    const now = JSON.stringify(pick(settings))
    if (now !== last) ask()
    last = now
  })
}

/**
 * Guards a handler: whatever goes wrong in it is logged, and the client gets the answer that says nothing. A server that answers one
 * request badly goes on with the others.
 */
export function guarded<Params extends unknown[], Result>(
  { connection }: Context,
  nothing: Result,
  handler: (...params: Params) => Result | Promise<Result>,
): (...params: Params) => Promise<Result> {
  return async (...params) => {
    try {
      return await handler(...params)
    } catch (error) {
      connection.console.error(
        `Minutes could not answer a request: ${error instanceof Error ? error.stack : String(error)}`,
      )
      return nothing
    }
  }
}

/**
 * Guards a handler that takes what it answers with from `answers`, its first argument. Where that cannot be loaded, the client gets the answer that
 * says nothing.
 */
export function answering<Params extends unknown[], Result>(
  context: Context,
  nothing: Result,
  handler: (answers: Answers, ...params: Params) => Result | Promise<Result>,
): (...params: Params) => Promise<Result> {
  return guarded(context, nothing, async (...params: Params) => {
    const answers = await context.answers()
    return answers ? handler(answers, ...params) : nothing
  })
}
