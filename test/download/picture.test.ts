import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isPicture, pictureEnding } from '../../server/src/download/picture.ts'

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
    ['svg', text(`<!-- ${'a long licence '.repeat(500)} -->${svg}`)],
    [
      'svg',
      text(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" [\n  <!ENTITY ns "http://www.w3.org/2000/svg">\n]>${svg}`),
    ],
    ['svg', text(`<?xml version="1.0"?><?xml-stylesheet href="a>b.css"?>\n${svg}`)],
    ['svg', text('<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')],
    ['svg', text('<svg/>')],
    ['svg', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${svg}`, 'utf16le')],
    ['svg', Buffer.from(`\ufeff${svg}`, 'utf16le').swap16()],
    ['avif', bytes(0, 0, 0, 28, 'ftypmif1', 0, 0, 0, 0, 'mif1avifmiaf')],
    ['avif', bytes(0, 0, 0, 24, 'ftypavis', 0, 0, 0, 0, 'avis')],
  ]
  for (const [ending, content] of pictures) assert.equal(pictureEnding(content), ending, String(content))
})

test('what few browsers show is a picture nevertheless', () => {
  const pictures = [
    bytes(0, 0, 0, 24, 'ftypheic', 0, 0, 0, 0, 'mif1heic'),
    bytes(0, 0, 0, 24, 'ftypheix', 0, 0, 0, 0, 'mif1heix'),
    bytes(0, 0, 0, 24, 'ftypmif1', 0, 0, 0, 0, 'mif1hevc'),
    bytes('II*', 0, 8, 0, 0, 0),
    bytes('MM', 0, '*', 0, 0, 0, 8),
  ]
  for (const content of pictures) {
    assert.ok(isPicture(content), String(content))
    assert.equal(pictureEnding(content), undefined)
  }
})

test('what is none is not taken for one', () => {
  const others = [
    '',
    'BM is short for buoy master',
    '<html><svg></svg></html>',
    'PNG',
    'II*',
    'MM',
    '%PDF-1.7',
    '<!-- <svg> -->',
  ]
  for (const other of others) assert.equal(isPicture(text(other)), false, other)
  for (const page of [
    '<!DOCTYPE html><svg></svg>',
    '<!-- Sign in --><!doctype html>\n<html><svg/></html>',
    '\ufeff<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "svg"><html><svg/>',
    '<!DOCTYPE svgx><svgx>',
    '<?xml version="1.0"?><rss/>',
    '<p><svg/></p>',
    '<svgfoo>',
  ])
    assert.equal(isPicture(text(page)), false, page)
  assert.equal(isPicture(bytes('RIFF', 10, 0, 0, 0, 'WAVEfmt ')), false)
  assert.equal(isPicture(bytes(0, 0, 0, 24, 'ftypisom', 0, 0, 0, 0, 'isommp42')), false, 'a film')
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
