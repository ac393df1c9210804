/**
 * A line of CSV as RFC 4180 has it, with its line end. A field that a spreadsheet would run as a formula gets an apostrophe before it, which
 * spreadsheets do not show.
 */
export function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map(field).join(',')}\r\n`
}

const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them, and a spreadsheet shows none
const obeyed = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const said = value.replace(obeyed, '')
  const text = formula.test(said) ? `'${said}` : said
  return /[",\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
