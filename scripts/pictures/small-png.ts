import { deflateSync, inflateSync } from 'node:zlib'

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/** Red, green and blue in one number. */
type Colour = number

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const mostColours = 256
/** Two colours that are no farther from each other look the same. */
const alike = 150

/**
 * The same picture in 256 of its colours, a third as large: those of a window are few, and others become the nearest of these. It takes what browsers
 * make, true colour of 8 bits each, opaque, and throws an error for anything else.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const palette = paletteOf(pixels)
  const indexOf = nearest(palette)
  // The first byte of a row says how it is filtered: not at all.
  const rows = Buffer.alloc(height * (width + 1))
  pixels.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = indexOf(colour)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The pixels, row by row. */
function readPng(png: Buffer): { width: number; height: number; pixels: Colour[] } {
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header?.toString('hex', 8) !== '0802000000') throw new Error('The picture has another form than browsers make.')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = inflateSync(Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))))
  const bytes = unfiltered(rows, width * 3, height)
  return { width, height, pixels: Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 3, 3)) }
}

function* chunksOf(png: Buffer): Generator<Chunk> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** The bytes of the pixels. `rows` holds `height` rows of `size` filtered bytes, each behind the number of its filter. */
function unfiltered(rows: Buffer, size: number, height: number): Buffer {
  const bytes = Buffer.alloc(height * size)
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (size + 1)]!
    for (let at = 0; at < size; at += 1) {
      const here = row * size + at
      const left = at < 3 ? 0 : bytes[here - 3]!
      const above = row ? bytes[here - size]! : 0
      const aslant = row && at >= 3 ? bytes[here - size - 3]! : 0
      bytes[here] = rows[here + row + 1]! + predicted(filter, left, above, aslant)
    }
  }
  return bytes
}

/** What a filter takes away: nothing, the byte to the left, the one above, the mean of both, or Paeth's choice. */
function predicted(filter: number, left: number, above: number, aslant: number): number {
  if (filter < 4) return [0, left, above, (left + above) >> 1][filter]!
  const far = (byte: number) => Math.abs(left + above - aslant - byte)
  if (far(left) <= far(above) && far(left) <= far(aslant)) return left
  return far(above) <= far(aslant) ? above : aslant
}

/** The most frequent colours, but of those that look the same one alone: else the shades of letters leave no place for a red mark. */
function paletteOf(pixels: readonly Colour[]): Colour[] {
  const counts = new Map<Colour, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette: Colour[] = []
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]))
    if (palette.length < mostColours && palette.every((other) => distance(colour, other) > alike)) palette.push(colour)
  return palette
}

/** Tells which colour of the palette is the nearest. */
function nearest(palette: readonly Colour[]): (colour: Colour) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]))
  return (colour) => {
    const index = known.get(colour)
    if (index !== undefined) return index
    const distances = palette.map((other) => distance(colour, other))
    const found = distances.indexOf(Math.min(...distances))
    known.set(colour, found)
    return found
  }
}

/** The square of it. */
function distance(colour: Colour, other: Colour): number {
  const there = parts(other)
  return parts(colour).reduce((sum, part, at) => sum + (part - there[at]!) ** 2, 0)
}

function parts(colour: Colour): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(checksum(content))
  return Buffer.concat([length, content, sum])
}

/** The CRC that PNG has of each chunk. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
