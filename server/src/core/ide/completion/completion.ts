import type { IsoDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Repository } from '../../repository/repository.ts'
import type { TextEdit } from '../../text/edit.ts'
import type { Span } from '../../text/span.ts'

/** Something to type at a place, the likeliest first. */
export interface Completion {
  readonly kind:
    | 'meeting'
    | 'page'
    | 'heading'
    | 'picture'
    | 'section'
    | 'title'
    | 'date'
    | 'person'
    | 'action'
    | 'issue'
  /** The file that is to be told more about. */
  readonly path?: string
  /** The fragment of the heading in it that is meant, without `#`. */
  readonly fragment?: string
  /** The person's handle, without `@`. */
  readonly person?: string
  /** The issue that is to be told more about. */
  readonly issue?: string
  readonly label: string
  /** A few words beside the label: the day. */
  readonly description: string
  /** A line about what it is. */
  readonly detail: string
  /** What it replaces: a part of one line that holds the place. */
  readonly span: Span
  readonly newText: string
  /** Where one goes on typing, as an offset into `newText`. */
  readonly caret?: number
  /** What is compared with the text that has been typed in the span. */
  readonly filterText: string
  /** What else changes, outside of the span. */
  readonly otherEdits?: readonly TextEdit[]
  /** Whether there are more than these: after each letter they are asked for again. */
  readonly asksAgain?: boolean
}

/** What one asks completion for: a place in minutes, within their repository. */
export interface Place {
  readonly minutes: Minutes
  readonly repository: Repository
  readonly offset: number
  readonly today: IsoDate
  /** Whether the editor itself offers the paths of files, and the headings behind them, as VS Code does: they are left out then. */
  readonly hostReadsMarkdown: boolean
}
