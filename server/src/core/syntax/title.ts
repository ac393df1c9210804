interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Takes out of a heading's content what a reader does not see, so that its text remains. */
export class Title {
  private readonly source: string
  private readonly cuts: Cut[] = []
  private readonly images: Cut[] = []
  /** Where the last run of each mark and length stands that may begin emphasis. */
  private readonly runs = new Map<string, number>()

  constructor(source: string) {
    this.source = source
  }

  /** Replaces a stretch of the content. */
  cut(start: number, end: number, text = ''): void {
    this.cuts.push({ start, end, text })
  }

  /** GitHub's anchors have no text of an image. */
  image(start: number, end: number): void {
    this.images.push({ start, end, text: '' })
  }

  /** Reads a run of `*`, `_` or `~`. Emphasis is what stands between two runs of the same length. */
  emphasis(run: string, start: number, end: number): void {
    const [before, after] = [weight(this.source[start - 1]), weight(this.source[end])]
    if (run[0] === '_' && before + after === 0) return
    const open = this.runs.get(run)
    if (open !== undefined && before < 2 && before <= after) {
      this.cut(open, open + run.length)
      this.cut(start, end)
      this.runs.delete(run)
    } else if (after < 2 && after <= before) this.runs.set(run, start)
  }

  /** The content as readers see it, and as GitHub makes its anchor of. */
  finish(): { title: string; plain: string } {
    const title = this.without(this.cuts)
    return { title: title.trim(), plain: this.images.length > 0 ? this.without([...this.cuts, ...this.images]) : title }
  }

  private without(cuts: Cut[]): string {
    let result = ''
    let at = 0
    for (const { start, end, text } of cuts.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < at) continue
      result += this.source.slice(at, start) + text
      at = end
    }
    result += this.source.slice(at)
    return result.includes('\n') ? result.replace(/(?<![ \t\r])[ \t\r]*\n\s*/g, ' ') : result
  }
}

/** White space weighs more than punctuation, and that more than letters: a run leans against its lighter side. */
function weight(character = ' '): number {
  return /\s/.test(character) ? 2 : /[\p{P}\p{S}]/u.test(character) ? 1 : 0
}
