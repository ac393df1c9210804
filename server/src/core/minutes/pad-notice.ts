import { lineAround, nextLine } from '../text/lines.ts'
import { type Span, slice } from '../text/span.ts'

const mostLines = 12
/** What no notice goes on to: a table, a fence, a quotation, a break, or a label of one or two words with its value. */
const somethingElse = /^[ \t]*(?:[|`~>]|[-=*_]{3,}[ \t]*$|[*_]{0,3}\p{Lu}[\p{L}-]{0,30}(?: [\p{L}-]{1,30})?[*_]{0,3}:)/u

/** All of a notice for those who write in the pad, which begins in `first`: it goes on until a blank line; one that ends with a colon includes the list of what to note. */
export function wholeNotice(text: string, first: Span): Span {
  let end = lineAround(text, first.start).end
  const isAboutAgenda = /(?:note|beachte[nt]?):[\s*_]*$/i.test(slice(text, first))
  let hasList = false
  for (let count = 0; count < mostLines; count += 1) {
    const line = lineAround(text, nextLine(text, end))
    if (line.start <= end) break
    const words = slice(text, line)
    const isItem = /^[ \t]*[-*+][ \t]/.test(words)
    const isBlank = !words.trim()
    const goesOn = isAboutAgenda ? isItem || (isBlank && !hasList) : !isItem && !isBlank && !somethingElse.test(words)
    if (!goesOn || /^[ \t]*#/.test(words)) break
    hasList ||= isItem
    end = line.end
  }
  return isAboutAgenda && !hasList ? first : { start: first.start, end }
}
