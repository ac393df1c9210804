/** Whether a UTF-16 unit is one that `\s` fits, told from its number. */
export function isWhiteSpace(code: number): boolean {
  return code <= space
    ? code === space || (code >= tab && code <= carriageReturn)
    : code === noBreakSpace || (code >= oghamSpace && /\s/.test(String.fromCharCode(code)))
}

const tab = 9
const carriageReturn = 13
const space = 32
const noBreakSpace = 160
/** The first one behind the letters of European languages. */
const oghamSpace = 0x1680
