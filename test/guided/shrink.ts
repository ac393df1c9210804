/** As few of the parts, in their order, as still fail. */
export function fewest<Part>(parts: readonly Part[], fails: (parts: readonly Part[]) => boolean): readonly Part[] {
  let left = parts
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    let start = 0
    while (start < left.length) {
      const fewer = [...left.slice(0, start), ...left.slice(start + size)]
      if (fails(fewer)) left = fewer
      else start += size
    }
  }
  return left
}

/** The text without the lines and characters that it fails without. */
export function shortest(text: string, fails: (text: string) => boolean): string {
  const failsOf = (parts: readonly string[]) => fails(parts.join(''))
  const lines = fewest(text.split(/(?<=\n)/), failsOf)
  return fewest(lines.join('').split(''), failsOf).join('')
}
