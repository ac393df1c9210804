import { decodeNamedCharacterReference } from 'decode-named-character-reference'

const reference = /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/gi
const escapeOrReference = /\\[!-/:-@[-`{-~]|&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/gi

/** What the value of an attribute means: `&amp;` is "&". */
export function meantInHtml(written: string): string {
  return written.includes('&') ? withCharacters(written, reference) : written
}

/** What the destination of a link means: `\_` is "_", and `&amp;` is "&". */
export function meantInMarkdown(written: string): string {
  return /[\\&]/.test(written) ? withCharacters(written, escapeOrReference) : written
}

function withCharacters(written: string, pattern: RegExp): string {
  return written.replace(pattern, (whole, name: string | undefined) =>
    name === undefined ? whole.slice(1) : character(name) || whole,
  )
}

/** The character that is called so; empty when there is none. */
function character(name: string): string {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || ''
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
