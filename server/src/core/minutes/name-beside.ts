import type { Handle } from './handle.ts'

const word = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const particle = '(?:van|von|de|der|den|da|di|du|del|la|le|el|al|zu|bin|ten)'
const name = `${word}(?: (?:${particle} ){0,2}${word}){1,3}`
/** `- Ines Berg (@ines-berg)`, `| Ines Berg | @ines-berg`, `* Ines Berg: @ines-berg`. */
const before = new RegExp(
  `^[\\s>]{0,20}(?:[-*+|]\\s{1,8}|[0-9]{1,3}[.)]\\s{1,8})?[*_]{0,3}(${name})[*_]{0,3}\\s{0,8}[|:,(<–—-]?\\s{0,8}\\[?$`,
  'u',
)
/** `@ines-berg (Ines Berg)`, `@ines-berg | Ines Berg |`, `@ines-berg - Ines Berg`. */
const behind = new RegExp(
  `^[*_]{0,3}\\s{0,8}(?:\\((${name})(?=[),/;-]| [–-])|[|–-]\\s{1,8}(${name})\\s{0,8}(?:[|,(]|$))`,
  'u',
)
const role =
  /(?:^|[ -])(?:action|ai|attendees|chairs?|facilitators?|host|minutes?|moderators?|notes?|owners?|participants|present|presenters?|reporters?|scribes?|speakers?|takers?|teams?|todo)(?:[ -]|$)/i

/** The name beside a handle, in small letters. */
export function nameBeside(text: string, { span, link }: Handle): string | undefined {
  const start = link?.span.start ?? span.start
  const end = link?.span.end ?? span.end
  return (nameBefore(lineBefore(text, start)) ?? nameBehind(lineBehind(text, end)))?.toLowerCase()
}

/** The name that stands alone before a handle on its line; `line` is what stands before it. */
export function nameBefore(line: string): string | undefined {
  const found = before.exec(line)?.[1]
  return found && !role.test(found) ? found : undefined
}

/** The name that stands behind a handle; `line` is what stands behind it on its line. */
function nameBehind(line: string): string | undefined {
  const found = behind.exec(line)
  return found?.[1] ?? found?.[2]
}

const longestLine = 80

/** What stands before an offset on its line; of a long line only the end, behind a mark that no line begins with. */
export function lineBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - longestLine)
  const piece = text.slice(from, offset)
  const start = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
  return start < 0 && from > 0 ? `…${piece}` : piece.slice(start + 1)
}

function lineBehind(text: string, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset, offset + longestLine))![0]
}
