import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pictureEnding } from '../../server/src/download/picture.ts'

const text = (content: string) => new TextEncoder().encode(content)
const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])))

test('a picture is told by its content', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const pictures: readonly (readonly [string, Uint8Array])[] = [
    ['png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13)],
    ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['gif', bytes('GIF89a', 1, 0)],
    ['webp', bytes('RIFF', 10, 0, 0, 0, 'WEBPVP8 ')],
    ['avif', bytes(0, 0, 0, 32, 'ftypavif')],
    ['bmp', bytes('BM', 70, 0, 0, 0, 0, 0, 0, 0, 54)],
    ['svg', text(svg)],
    ['svg', text(`\ufeff<?xml version="1.0"?>\n<!-- a <buoy> -->\n<!DOCTYPE svg>\n${svg}`)],
  ]
  for (const [ending, content] of pictures) assert.equal(pictureEnding(content), ending)
})

test('what is none is not taken for one', () => {
  const others = ['', 'BM is short for buoy master', '<html><svg></svg></html>', 'PNG', '%PDF-1.7', '<!-- <svg> -->']
  for (const other of others) assert.equal(pictureEnding(text(other)), undefined, other)
  assert.equal(pictureEnding(bytes('RIFF', 10, 0, 0, 0, 'WAVEfmt ')), undefined)
  assert.equal(pictureEnding(bytes(0, 0, 0, 24, 'ftypheic')), undefined, 'no browser shows it')
})

test('the pictures of this repository have the endings of their contents', () => {
  for (const folder of ['docs/images', 'test/sample/sig-community']) {
    const pictures = readdirSync(folder).filter((name) => /\.(?:png|jpg|svg)$/.test(name))
    assert.ok(pictures.length, folder)
    for (const name of pictures) {
      const content = readFileSync(`${folder}/${name}`)
      if (content.length) assert.equal(pictureEnding(content), name.split('.').at(-1))
    }
  }
})
