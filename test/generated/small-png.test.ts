import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, test } from 'node:test'
import { deflateSync, inflateSync } from 'node:zlib'
import { smallPng } from '../../scripts/pictures/small-png.ts'

const [white, ink, red] = [
  [250, 251, 255],
  [12, 34, 56],
  [181, 32, 13],
]

/** A row for each filter of PNG, the pixels from left to right. */
const rows = [
  [white, ink, red, white],
  [ink, ink, white, red],
  [red, white, ink, ink],
  [white, red, ink, white],
  [ink, white, red, red],
].map((row) => row.flat())

describe('A picture that is made small', () => {
  test('has the same pixels, however its rows were filtered', () => {
    assert.deepEqual(pixelsOf(smallPng(png(rows))), rows)
  })

  test('is refused when browsers do not make such a one', () => {
    assert.throws(() => smallPng(png(rows, 6)), /another form/)
  })

  test('is small enough to be shown above the text', () => {
    const pictures = readdirSync('docs/images').filter((name) => name.endsWith('.png'))
    assert.ok(pictures.length > 1)
    for (const name of pictures) assert.ok(statSync(`docs/images/${name}`).size <= 150_000, name)
    const readme = readFileSync('README.md', 'utf8')
    assert.deepEqual(
      pictures.filter((name) => !readme.includes(`(docs/images/${name})`)),
      [],
    )
  })
})

/** A picture whose rows are filtered each in another way. */
function png(rows: readonly (readonly number[])[], colourType = 2): Buffer {
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, rows.length, 8, colourType, 0, 0, 0])
  const filtered = rows.flatMap((row, filter) => [
    filter,
    ...row.map((byte, at) => {
      const left = row[at - 3] ?? 0
      const above = rows[filter - 1]?.[at] ?? 0
      const aslant = rows[filter - 1]?.[at - 3] ?? 0
      const paeth = [left, above, aslant].reduce((best, one) =>
        Math.abs(left + above - aslant - one) < Math.abs(left + above - aslant - best) ? one : best,
      )
      return (byte - [0, left, above, (left + above) >> 1, paeth][filter]!) & 255
    }),
  ])
  const data = deflateSync(Buffer.from(filtered))
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** A chunk without its sum, which is not looked at. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

/** The pixels of a picture of 4 columns with a palette and no filters. */
function pixelsOf(picture: Buffer): number[][] {
  const content = (type: string) => {
    const at = picture.indexOf(type, 0, 'latin1')
    return picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4))
  }
  const palette = content('PLTE')
  const data = [...inflateSync(content('IDAT'))]
  return rows.map((_, row) =>
    data.slice(row * 5 + 1, row * 5 + 5).flatMap((index) => [...palette.subarray(index * 3, index * 3 + 3)]),
  )
}
