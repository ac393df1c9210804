/** The command line or what it names cannot be used; the message says what to do. */
export class Misuse extends Error {
  /** What to type for the help that tells more, if any does. */
  readonly help: string | undefined

  constructor(message: string, help?: `minutes help${string}`) {
    super(message)
    this.help = help
  }
}
