import type { Finding } from '../../server/src/core/rules/check.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'

const caretLine = /^[ \t]*\^+ (?:error|warning|information|hint)\[[a-z-]+\].*$/

/** The text of a file without the lines that tell of its findings. */
export function withoutCarets(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !caretLine.test(line.trimEnd()))
    .join('')
}

/** A text with each finding drawn below the line in which it starts. `told` is how much of each message the reader wants to see. */
export function withCarets(text: string, findings: readonly Finding[], told: (message: string) => string): string {
  const lines = new LineIndex(text)
  const drawn = new Map<number, string[]>()
  for (const { span, severity, rule, message } of findings) {
    const line = lines.lineAt(span.start)
    const shown = lines.span(line)
    const width = Math.max(1, Math.min(span.end, shown.end) - span.start)
    const indent = text.slice(shown.start, span.start).replace(/[^\t]/g, ' ')
    drawn.set(line, [
      ...(drawn.get(line) ?? []),
      `${indent}${'^'.repeat(width)} ${severity}[${rule}] ${told(message)}`.trimEnd(),
    ])
  }
  return text
    .split(/(?<=\n)/)
    .map((line, at) => line + (drawn.get(at) ?? []).map((carets) => `${carets}\n`).join(''))
    .join('')
}

/** How a fence tells the messages: what it says is the beginning of a message, so that a case need not repeat all of it. */
export function toldIn(text: string): (message: string) => string {
  const told = text
    .split('\n')
    .flatMap((line) => (caretLine.test(line) ? [line.replace(/^[ \t]*\^+ [a-z]+\[[a-z-]+\] ?/, '')] : []))
  return (message) => told.find((beginning) => beginning && message.startsWith(beginning)) ?? message
}
