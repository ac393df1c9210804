/** Pictures of minutes are smaller by far. */
export const mostBytes = 20 * 1024 * 1024

/** The ending that the content of a picture asks for, without the dot; `undefined` for what no browser shows. */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes))
  const [ending] = beginnings.find(([, beginning]) => beginning.test(head)) ?? []
  return ending
}

/** What may stand before the first tag of an SVG. */
const headBytes = 1000

const beginnings: readonly (readonly [ending: string, beginning: RegExp])[] = [
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
  ['bmp', /^BM[\s\S]{4}\0{4}/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/],
]
