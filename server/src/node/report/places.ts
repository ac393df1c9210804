import { LineIndex } from '../../core/text/lines.ts'
import type { Span } from '../../core/text/span.ts'
import type { CheckedRepository } from '../check-repository.ts'

/** A place as programs count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The lines and columns of the files of one repository. */
export class Places {
  readonly #repository: CheckedRepository
  readonly #lines = new Map<string, LineIndex>()

  constructor(repository: CheckedRepository) {
    this.#repository = repository
  }

  /** Half-open, as spans are. */
  range(path: string, { start, end }: Span): { readonly start: Place; readonly end: Place } {
    return { start: this.#place(path, start), end: this.#place(path, end) }
  }

  #place(path: string, offset: number): Place {
    let lines = this.#lines.get(path)
    if (!lines) {
      lines = new LineIndex(this.#repository.text(path) ?? '')
      this.#lines.set(path, lines)
    }
    const line = lines.lineAt(offset)
    return { line: line + 1, column: offset - lines.start(line) + 1 }
  }
}
