import * as lsp from 'vscode-languageserver'
import type { Seen } from './feature.ts'
import type { CheckOutcome } from './protocol.ts'
import { inSlices } from './slices.ts'
import { type Previous, type Scope, ToldFindings, type WorkspaceReport } from './told-findings.ts'

/** What a check of all files came to; `undefined` when it was cancelled. */
type Outcome = CheckOutcome | undefined

/** Editors make a pause between their requests for the findings of all files; VS Code's takes 2 seconds. */
const pauseMilliseconds = 2_500

type Tell = (reports: WorkspaceReport[]) => void

/** Somebody who asked for a check of all files. */
interface Asked {
  readonly token: lsp.CancellationToken
  progress(files: number, all: number): void
  done(outcome: Outcome): void
}

/**
 * Looks for what is wrong in all files of the repositories, by itself where they are no more than a setting says, else when somebody asks. Closed
 * files are read for it and forgotten. They are looked through again when something was stored, not with each keystroke.
 */
export class RepositoryCheck {
  /** Whether the client is told of the findings of all files unasked. */
  isToldUnasked = false
  readonly #context: Seen
  readonly #told: ToldFindings
  /** The state in which all that is wanted was looked at last. */
  #checked: string | undefined
  #asked: Asked | undefined
  /** How many requests for the findings of all files wait for their answers. */
  #requests = 0
  #wasRequested = false
  /** What was found when somebody asked is kept up to date. */
  #wasAsked = false
  readonly #waiting: (() => void)[] = []
  #last: Promise<void> = Promise.resolve()

  constructor(context: Seen) {
    this.#context = context
    this.#told = new ToldFindings(context)
    const { repositories, preferences } = context
    repositories.onChange((edited) => {
      if (edited && repositories.document(edited.uri)) this.#told.opened(edited.uri)
      else this.#wake()
    })
    repositories.onSaved(() => this.#wake())
    preferences.onChange(() => this.#wake())
  }

  /** Whether the client asks for the findings of all files now and then, or is told of them unasked. */
  get isFollowed(): boolean {
    return this.isToldUnasked || this.#wasRequested
  }

  /** Has all files checked, whatever the setting says, when the client is told next. */
  ask(token: lsp.CancellationToken, progress: Asked['progress']): Promise<Outcome> {
    this.#asked?.done(undefined)
    return new Promise((resolve) => {
      const asked = { token, progress, done: resolve }
      this.#asked = asked
      token.onCancellationRequested(() => this.#answer(asked, undefined))
      this.#wake()
      this.#checkUnheard()
    })
  }

  /** Answers a request for the findings of all files: waits until there may be something to tell, and tells it slice by slice. */
  async answer(previous: Previous, token: lsp.CancellationToken, tell: Tell): Promise<void> {
    this.#wasRequested = true
    this.#requests += 1
    try {
      await this.whenDue(previous, token)
      await this.run(previous, token, tell)
    } finally {
      this.#requests -= 1
      this.#checkUnheard()
    }
  }

  /** Resolves when there may be something to tell a client that has had some reports, or when it no longer wants to know. */
  async whenDue(previous: Previous, token: lsp.CancellationToken): Promise<void> {
    const { repositories, preferences } = this.#context
    const cancelled = token.onCancellationRequested(() => this.#wake())
    await preferences.whenTold()
    await repositories.whenAllRead()
    while (!token.isCancellationRequested && !this.#isDue(previous)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
      await repositories.whenAllRead()
    }
    cancelled.dispose()
  }

  /** Tells, slice by slice, what has become of the files that may have other findings. One such check waits for the other. */
  run(previous: Previous, token: lsp.CancellationToken, tell: Tell): Promise<void> {
    const running = this.#last.then(() => this.#run(previous, token, tell))
    this.#last = running.catch(() => {})
    return running
  }

  async #run(previous: Previous, token: lsp.CancellationToken, tell: Tell): Promise<void> {
    const asked = this.#asked
    const scope = asked ? 'all' : this.#scope
    const { storedState } = this.#context.repositories
    const files = this.#isCurrent ? this.#told.unsure(previous, scope) : this.#told.files(previous, scope)
    const count = { files: 0, faulty: 0, findings: 0 }
    const isDone = await inSlices(this.#told.look(files, previous, scope), this.#context, (looks) => {
      for (const { findings } of looks) {
        count.files += 1
        count.findings += findings
        if (findings) count.faulty += 1
      }
      tell(looks.flatMap(({ report }) => report ?? []))
      asked?.progress(count.files, files.length)
      return !token.isCancellationRequested && !asked?.token.isCancellationRequested
    })
    // Whoever is no longer listened to is told anew.
    if (token.isCancellationRequested) return
    this.#wasAsked ||= asked !== undefined
    this.#checked = `${storedState}.${asked ? this.#scope : scope}`
    if (asked) this.#answer(asked, isDone ? count : undefined)
  }

  /** Checks for somebody who asked, where no request comes that would bring what is found: should one come later, it is told then. */
  #checkUnheard(): void {
    const asked = this.#asked
    if (!asked || this.isToldUnasked) return
    lsp.RAL().timer.setTimeout(() => {
      if (this.#asked !== asked || this.#requests) return
      void this.run(new Map(), lsp.CancellationToken.None, () => {}).then(() => this.#told.unheard())
    }, pauseMilliseconds)
  }

  #isDue(previous: Previous): boolean {
    return !this.#isCurrent || this.#told.unsure(previous, this.#scope).length > 0
  }

  get #isCurrent(): boolean {
    return !this.#asked && this.#checked === `${this.#context.repositories.storedState}.${this.#scope}`
  }

  get #scope(): Scope {
    const { repositories, preferences } = this.#context
    const counts = repositories.folders.map(({ workspace }) => workspace.repository.count)
    const count = counts.reduce((sum, one) => sum + one, 0)
    if (count <= preferences.settings.check.repository) return 'all'
    return this.#wasAsked ? 'known' : 'none'
  }

  #answer(asked: Asked, outcome: Outcome): void {
    if (this.#asked === asked) this.#asked = undefined
    asked.done(outcome)
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
