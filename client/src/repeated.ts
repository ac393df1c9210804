/** A task that is done again and again, never twice at once, so that an old answer comes after no newer one. */
export class Repeated {
  private isWanted = false
  private current: Promise<void> | undefined

  constructor(private readonly task: () => Promise<void>) {}

  /** Does the task, after what is under way. Resolves when it is done as often as anybody wants it; whoever asks meanwhile shares the next time. */
  run(): Promise<void> {
    this.isWanted = true
    this.current ??= this.repeat()
    return this.current
  }

  private async repeat(): Promise<void> {
    try {
      while (this.isWanted) {
        this.isWanted = false
        await this.task().catch((error) => {
          // What is done once more counts.
          if (!this.isWanted) throw error
        })
      }
    } finally {
      this.current = undefined
    }
  }
}
