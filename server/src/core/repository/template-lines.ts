import { owned } from '../text/owned.ts'
import { trim } from '../text/trim.ts'

/** `<name of the topic>`, `{{ topic }}`, `@handle`, `TITLE`: what somebody has to replace. A tag `<br>` and a URL `<https://…>` are not. */
const waits =
  /<(?!https?:|mailto:)[A-Z][^<>=]{1,60}>|<[a-z]+[ _-][^<>=]{1,60}>|<(?:name|topic|handle|date|url|link|team)>|\{\{[^{}]{1,60}\}\}|@(?:handle|name|username)\b|\b(?:NAME|TITLE|TOPIC|HANDLE|XXX)\b/
const longestLine = 200
const mostLines = 100

/** The lines of a template that cannot stand in minutes as they are, without white space around them. */
export function templateLinesOf(text: string): string[] {
  const lines: string[] = []
  for (const { 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (line.length > longestLine || !waits.test(line)) continue
    const { start, end } = trim(line, { start: 0, end: line.length })
    lines.push(owned(line.slice(start, end)))
    if (lines.length === mostLines) break
  }
  return lines
}
