import { capitals, letters } from '../text/letters.ts'
import { lineBefore, lineBehind } from '../text/lines.ts'
import { matchAt } from '../text/match-at.ts'
import { slice } from '../text/span.ts'
import type { Handle } from './handle.ts'

const word = `[${capitals}][${letters}.'’-]{0,30}`
const particle = '(?:van|von|de|der|den|da|di|du|del|la|le|el|al|zu|bin|ten)'
const name = `${word}(?: (?:${particle} ){0,2}${word}){1,3}`
/** `- Ines Berg (@ines-berg)`, `| Ines Berg | @ines-berg`, `* Ines Berg: @ines-berg`. */
const before = new RegExp(
  `^[\\s>]{0,20}(?:[-*+|]\\s{1,8}|[0-9]{1,3}[.)]\\s{1,8})?[*_]{0,3}(${name})[*_]{0,3}\\s{0,8}[|:,(<–—-]?\\s{0,8}\\[?$`,
)
/** `@ines-berg (Ines Berg)`, `@ines-berg | Ines Berg |`, `@ines-berg - Ines Berg`. */
const behind = new RegExp(`^[*_]{0,3}\\s{0,8}(\\(|[|–-]\\s{1,8})(${name})(?=[),/;-]| [–-]|\\s{0,8}(?:[|,(]|$))`)
const endsInBrackets = /^(?:[),/;-]| [–-])/
const endsInCell = /^\s{0,8}(?:[|,(]|$)/
const role =
  /(?:^|[ -])(?:action|ai|attendees|chairs?|facilitators?|host|minutes?|moderators?|notes?|owners?|participants|present|presenters?|reporters?|scribes?|speakers?|takers?|teams?|todo)(?:[ -]|$)/i

/** What a name before a handle ends with, and what may stand between them. Most handles stand behind a bullet. */
const nameEnd = new RegExp(`[${letters}.][ \\t|:,(<–—[*_-]{0,24}$`)
/** What a name behind a handle begins with. Most handles end their line. */
const nameStart = /[*_]{0,3}[^\S\r\n]{0,8}[(|–-]/y
const farthest = 25
const longestLine = 80

/** The name beside a handle, in small letters. */
export function nameBeside(text: string, { span, link }: Handle): string | undefined {
  const start = link?.span.start ?? span.start
  const end = link?.span.end ?? span.end
  return (nameBefore(text, start) ?? nameBehind(text, end))?.toLowerCase()
}

/** The name that stands alone before an offset on its line. */
function nameBefore(text: string, offset: number): string | undefined {
  if (!nameEnd.test(text.slice(Math.max(0, offset - farthest), offset))) return undefined
  const line = lineBefore(text, offset, longestLine)
  const found = line.end - line.start < longestLine ? before.exec(slice(text, line))?.[1] : undefined
  return found && !role.test(found) ? found : undefined
}

/** The name that stands behind an offset on its line. */
function nameBehind(text: string, offset: number): string | undefined {
  if (!matchAt(nameStart, text, offset)) return undefined
  const line = slice(text, lineBehind(text, offset, longestLine))
  const found = behind.exec(line)
  const end = found?.[1] === '(' ? endsInBrackets : endsInCell
  return found && end.test(line.slice(found[0].length)) ? found[2] : undefined
}
