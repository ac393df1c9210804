/** A picture as the page draws it: rows of cells in columns. It is plain JSON. */
export interface Picture {
  readonly title: string
  /** What the picture says in a sentence, or why it is empty. */
  readonly summary: string
  readonly columns: number
  /** What stands above some of the columns, in their order. */
  readonly marks: readonly { readonly column: number; readonly label: string }[]
  readonly rows: readonly PictureRow[]
  /** What the states that occur mean. */
  readonly legend: readonly { readonly state: CellState; readonly label: string }[]
}

export interface PictureRow {
  readonly label: string
  readonly cells: readonly PictureCell[]
}

export interface PictureCell {
  readonly column: number
  /** Which part of the column it takes: the first of one, or the second of two. */
  readonly part: number
  readonly parts: number
  readonly state: CellState
  /** All that the cell says, in words. */
  readonly label: string
  /** The number of the place that it opens; absent where there is none. */
  readonly place?: number
}

export type CellState = 'reported' | 'held' | 'late' | 'missing' | 'present' | 'absent' | 'open' | 'carried'

/** What somebody may choose of, and what is chosen. */
export interface Choice {
  readonly label: string
  readonly options: readonly string[]
  /** Its number among the options. */
  readonly chosen: number
}

/** What the panel tells its page. */
export interface Shown {
  readonly choices: readonly [year: Choice, team: Choice]
  readonly pictures: readonly Picture[]
}

/** What the page tells its panel. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly place: number }
  | { readonly kind: 'choose'; readonly choice: number; readonly option: number }
