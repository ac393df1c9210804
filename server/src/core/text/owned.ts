/**
 * A copy of a piece of a text. A piece that V8 has cut out of a text keeps all of the text in memory; a new text of its own does not.
 */
export function owned(piece: string): string {
  return piece.length < shortestSlice ? piece : ` ${piece}`.slice(1)
}

/** Shorter pieces are copied by V8 itself. */
const shortestSlice = 13
