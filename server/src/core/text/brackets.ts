/** Whether each round bracket has its other one, and no more than one pair stands in another. */
export function arePaired(text: string): boolean {
  let open = 0
  for (const { 0: bracket } of text.matchAll(/[()]/g)) {
    open += bracket === '(' ? 1 : -1
    if (open < 0 || open > 2) return false
  }
  return open === 0
}

/** A URL in which no bracket ends the link around it. */
export function withoutBrackets(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29')
}
