import * as v from 'valibot'
import type * as lsp from 'vscode-languageserver'
import { type EditorSettings, editorSettings } from '../core/settings/schema.ts'

/** What a person prefers: the editor's settings `minutes.*`. Until the client has told them, and where it cannot, the defaults hold. */
export class Preferences {
  #settings: EditorSettings = v.parse(editorSettings, {})
  readonly #connection: lsp.Connection
  readonly #canAsk: boolean

  constructor(connection: lsp.Connection, { workspace }: lsp.ClientCapabilities) {
    this.#connection = connection
    this.#canAsk = workspace?.configuration === true
  }

  get settings(): EditorSettings {
    return this.#settings
  }

  /** Asks the client anew; `told` is what a client that cannot be asked sent by itself. */
  async refresh(told?: unknown): Promise<void> {
    const answer: unknown = this.#canAsk ? await this.#connection.workspace.getConfiguration('minutes') : told
    const result = v.safeParse(editorSettings, answer ?? {})
    if (result.success) this.#settings = result.output
    else this.#connection.console.warn(`The settings "minutes" cannot be used: ${result.issues[0].message}`)
  }
}
