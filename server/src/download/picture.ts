/** Pictures of minutes are smaller by far. */
export const mostBytes = 20 * 1024 * 1024

/** The ending that the content of a picture asks for, without the dot; `undefined` for what no browser shows. */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const head = headOf(bytes)
  const [ending] = beginnings.find(([, beginning]) => beginning.test(head)) ?? []
  if (ending !== undefined) return ending
  if (brandsOf(head).some((brand) => /^avi[fs]$/.test(brand))) return 'avif'
  return isSvg(bytes) ? 'svg' : undefined
}

/** Whether something is a picture. Some show nothing in most browsers (HEIF, TIFF), and are lost nevertheless when nobody stores them. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = headOf(bytes)
  const isUnshown = tiff.test(head) || brandsOf(head).some((brand) => heif.test(brand))
  return isUnshown || pictureEnding(bytes) !== undefined
}

const beginnings: readonly (readonly [ending: string, beginning: RegExp])[] = [
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['bmp', /^BM[\s\S]{4}\0{4}/],
]
/** In either order of bytes, with offsets of four or of eight. */
const tiff = /^(?:II[*+]\0|MM\0[*+])/
const heif = /^(?:he(?:i[cfmsx]|v[cmsx])|miaf|mif[12]|msf1)$/

function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 256))
}

/** The formats that a file of ISO's base media format claims to have; one of their four letters is its version, which is none. */
function brandsOf(head: string): readonly string[] {
  if (head.slice(4, 8) !== 'ftyp') return []
  const size = head.charCodeAt(2) * 256 + head.charCodeAt(3)
  return head.slice(8, size).match(/[\s\S]{4}/g) ?? []
}

/** What drawing programs write before the first tag of an SVG is seldom as long. */
const prologueBytes = 64 * 1024
/** A declaration, comments and a document type, which may declare entities, and the first tag, whose prefix somebody may have chosen. */
const svg =
  /^(?:\s|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE\s+(?:[\w.-]+:)?svg\b(?:[^>[]|\[[^\]]*\])*>)*<(?:[\w.-]+:)?svg[\s/>]/

function isSvg(bytes: Uint8Array): boolean {
  return svg.test(new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, prologueBytes)))
}

/** A text in UTF-16 begins with a mark that says so. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
