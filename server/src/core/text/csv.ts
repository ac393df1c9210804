/**
 * A line of CSV as RFC 4180 has it, with its line end. A field that a spreadsheet would run as a formula gets an apostrophe before it, which
 * spreadsheets do not show.
 */
export function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map(field).join(',')}\r\n`
}

const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
