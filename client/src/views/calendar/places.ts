import type { Range } from '../../../../server/src/lsp/protocol.ts'
import type { Place } from '../../show-place.ts'

/** The places that the server has named. The page knows their numbers alone, so that it can open nothing else. */
export class Places {
  private readonly known: Place[] = []

  /** The number of a place. */
  add(uri: string, range?: Range): number {
    return this.known.push({ uri, ...(range && { range }) }) - 1
  }

  at(number: number): Place | undefined {
    return this.known[number]
  }
}
