/**
 * A copy of a piece of a text, which is the same one for all equal pieces. A piece that V8 has cut out of a text keeps all of the text in
 * memory. Whether an object has a property, V8 looks up by a copy that it keeps for all texts that are equal, as long as anybody has one;
 * the piece then stands for that copy, and goes with the next garbage.
 */
export function owned(piece: string): string {
  return piece in nothing ? '' : piece
}

const nothing: object = Object.create(null)
