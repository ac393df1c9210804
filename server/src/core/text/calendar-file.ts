/** A property of iCalendar: its name, and a value as it stands behind the colon. */
export type CalendarProperty = readonly [name: string, value: string]

/** The text of an iCalendar file (RFC 5545) with components of one kind. */
export function calendarFile(kind: 'VTODO' | 'VEVENT', components: readonly (readonly CalendarProperty[])[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minutes//Minutes of meetings//EN',
    ...components.flatMap((properties) => [
      `BEGIN:${kind}`,
      ...properties.map(([name, value]) => `${name}:${value}`),
      `END:${kind}`,
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A value of the type TEXT. Other control characters than the tab are not allowed in it, or would be obeyed by a terminal, and are left out. */
export function calendarText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (mark) => `\\${mark}`)
      .replace(/\r\n?|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
      // Half of a pair of UTF-16 units cannot be written in UTF-8.
      .replace(/\p{Surrogate}/gu, '\ufffd')
  )
}

/** The beginning of a day, `2025-03-12`, as a value of the type DATE-TIME. */
export function calendarMoment(day: string): string {
  return `${day.replaceAll('-', '')}T000000Z`
}

const longestLine = 75

/** No line is longer than 75 octets of UTF-8; what is folded goes on behind a blank. A character is never cut in two. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!)
    if (octets + size > longestLine) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
