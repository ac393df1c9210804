/**
 * A piece of a text that does not keep all of that text in memory, as V8's pieces do. Whether an object has a property, V8 looks up by a copy of
 * its name, which is one for all equal names and goes when nobody has it; the piece stands for that copy from the next garbage on. Other engines may
 * do otherwise, and keep the text.
 */
export function owned(piece: string): string {
  if (piece.length > longestName) return ` ${piece}`.slice(1)
  return piece in nothing ? '' : piece
}

const nothing: object = Object.create(null)
/** V8 tells names of 16,384 characters and more apart by their length alone; long pieces are seldom equal. */
const longestName = 1000
