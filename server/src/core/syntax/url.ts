/** The name of a host has 253 characters at most. The bound keeps what is none from being read again and again. */
const HOST = /(?=[\p{L}\p{N}])[\p{L}\p{N}_.-]{1,253}/uy
const END = /[\s<]|\](?=[\s([]|$)/g
const TRAILING = '!"\')*,.:;?]_~'

/** The end of the literal URL that starts at `start`, and its host, or the rest of it, at `host`, if it is one. */
export function urlEnd(source: string, start: number, host: number): number | undefined {
  const www = source[host - 1] === '.'
  const before = source[start - 1] ?? ' '
  if (www ? /[\p{L}\p{N}.-]/u.test(before) : /[a-z]/i.test(before)) return undefined
  HOST.lastIndex = host
  const name = HOST.exec(source)?.[0]
  if (!name || name.split('.').slice(-2).join().includes('_')) return undefined
  END.lastIndex = HOST.lastIndex
  return withoutTrail(source, start, END.test(source) ? END.lastIndex - 1 : source.length)
}

/** Punctuation at its end is no part of a URL, but a `)` is whose `(` stands in it. */
function withoutTrail(source: string, start: number, stop: number): number {
  let end = stop
  while (TRAILING.includes(source[end - 1]!)) end--
  let open = 0
  for (let at = start; at < end; at++) open += source[at] === '(' ? 1 : source[at] === ')' ? -1 : 0
  while (end < stop && source[end] === ')' && open-- > 0) end++
  return end
}
