/** A text of so many letters at most, none of them cut in two: what is too long ends in "…". */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const letters = [...text]
  if (letters.length <= most) return text
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
