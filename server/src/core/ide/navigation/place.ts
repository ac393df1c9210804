import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Span } from '../../text/span.ts'

/** What one asks about: a place in minutes, within their repository. */
export interface Place {
  readonly minutes: Minutes
  readonly repository: Repository
  readonly offset: number
  /**
   * Whether the editor itself answers for relative links and headings, as VS Code does. What it says is left out then: nobody wants to read
   * anything twice.
   */
  readonly hostReadsMarkdown: boolean
}

/** A place in any file of the repository. */
export interface Spot {
  readonly path: string
  readonly span: Span
}
