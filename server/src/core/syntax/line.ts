const TAB = 9
const SPACE = 32

/**
 * A line that is read from left to right. Columns count from its beginning, and a tab reaches to the next multiple of
 * four, so that blanks need no cutting where a container ends in the middle of a tab.
 */
export class Line {
  readonly text: string
  /** What is left, without the blanks around it. */
  next = 0
  end = 0
  /** The column where the content begins of the innermost container that the line stands in, so far. */
  base = 0
  /** Where the following line starts. */
  after = 0
  /** The column of `next`. */
  private column = 0

  constructor(text: string) {
    this.text = text
  }

  /** Begins with the line at `start`. */
  begin(start: number): void {
    const feed = this.text.indexOf('\n', start)
    this.after = feed < 0 ? this.text.length : feed + 1
    this.end = this.after
    while (this.end > start && this.text.charCodeAt(this.end - 1) <= SPACE) this.end--
    this.next = start
    this.column = 0
    this.pass(0)
  }

  /** Reads a mark of `size` characters, behind which the content may begin. */
  pass(size: number): void {
    const { text } = this
    let at = this.next + size
    let column = this.column + size
    this.base = column
    for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(++at)) {
      column += code === TAB ? 4 - (column % 4) : 1
    }
    this.next = at
    this.column = column
  }

  get isBlank(): boolean {
    return this.next >= this.end
  }

  /** The columns of blanks before `next`. */
  get indent(): number {
    return this.column - this.base
  }

  get rest(): string {
    return this.text.slice(this.next, this.end)
  }
}
