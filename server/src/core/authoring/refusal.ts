/** Why something is not made: a sentence for the user, which says what to do. */
export interface Refusal {
  readonly refused: string
  /** The file that is there already, where that is the reason. */
  readonly existing?: string
}
