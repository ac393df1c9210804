/** A text with blanks behind it, so that it takes so many columns of a terminal. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** How many columns a terminal takes for a text: marks take none, and wide characters two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/\p{M}|\u200d/u.test(character)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1
  }
  return width
}

/** The columns of a terminal that is not made wider. */
const usualWidth = 80

/**
 * A text in lines that fit into a terminal, as far as its words do. All but the first begin with so many blanks; those of the text stay, but where a
 * line ends.
 */
export function wrapped(text: string, indent: number): string {
  const [first = '', ...words] = text.split(' ')
  const lines = [first]
  let gap = ''
  for (const word of words) {
    gap += ' '
    // Between two blanks there is no word.
    if (!word) continue
    const before = lines.at(-1)!
    const line = before + gap + word
    if (!before || widthOf(line) <= usualWidth) lines[lines.length - 1] = line
    else lines.push(' '.repeat(indent) + word)
    gap = ''
  }
  return lines.join('\n')
}

/** Names that stand in lines of their own, below what is said of them. */
export function namesBelow(names: readonly string[]): string {
  return `\n${wrapped(`  ${names.join(', ')}`, 2)}`
}
