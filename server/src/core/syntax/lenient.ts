import * as char from './chars.ts'

const HOST = /(?:https?:\/\/|www(?=\.))([\w-]*\.[\w\-.]*)/iy
const PATH = /[^\t\n\r <`]*/y
const TRAILING = '!"&\'),.:;<>?]}*_~'

/**
 * The end of a literal URL in a place where GFM's grammar sees none, such as behind a bracket that nothing closes.
 * remark looks a second time for such URLs, by a rule of its own: the host needs a dot and is ASCII.
 */
export function lenientEnd(source: string, start: number, from: number, to: number): number {
  const before = source.charCodeAt(start - 1)
  if (start > from && !char.isWhite(before) && !char.isPunctuation(before)) return -1
  HOST.lastIndex = start
  const host = HOST.exec(source)
  if (!host || HOST.lastIndex > to || !isLenientHost(host[0], host[1]!)) return -1
  PATH.lastIndex = start + host[0].length
  PATH.test(source)
  const end = trimUrl(source, start, Math.min(to, PATH.lastIndex))
  return end > start + 4 ? end : -1
}

function isLenientHost(url: string, host: string): boolean {
  if (url.charCodeAt(4) !== char.COLON && url.charCodeAt(5) !== char.COLON)
    return isLenientHost('http://', `www${host}`)
  const parts = host.split('.').slice(-2)
  return (
    !char.isPunctuation(host.charCodeAt(0)) && parts.every((part) => part === '' || /^[^_]*[\da-z][^_]*$/i.test(part))
  )
}

function trimUrl(source: string, start: number, stop: number): number {
  let end = stop
  while (end > start && TRAILING.includes(source[end - 1]!)) end--
  let open = 0
  for (let at = start; at < end; at++) {
    if (source.charCodeAt(at) === char.OPEN_PAREN) open++
    else if (source.charCodeAt(at) === char.CLOSE_PAREN) open--
  }
  for (let at = end; at < stop && open > 0; at++) {
    if (source.charCodeAt(at) !== char.CLOSE_PAREN) continue
    open--
    end = at + 1
  }
  return end
}
