/**
 * A text of one line without what a terminal obeys, or takes for the end of a line: control characters in the text or the name of a file. Of
 * what some CI takes for a command anywhere in a line (`##[error]`), nothing is left either.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const visible = text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  return visible.replace(/##(?=(?:vso)?\[)/g, '#\ufffd')
}

/** The same for what begins a line, which some CI takes for a command where it begins with two colons. */
export function printableStart(text: string): string {
  return printable(text).replace(/^(\s{0,99}):(?=:)/, '$1\ufffd')
}

/** JSON of which a terminal obeys nothing either. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2)
  return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]|##(?=(?:vso)?\[)/g, (found) =>
    found === '##' ? '#\\u0023' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
