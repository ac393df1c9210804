/** Something that runs until it is ended. */
export interface Runnable {
  /** Resolves when it runs, or cannot. */
  start(): Promise<unknown>
  /** Resolves when it has ended. It is called once the start is over, or before there was any. */
  end(): Promise<unknown>
}

/** At most one of several runs: each is started when the one before it has ended, and that is ended only when it has started. */
export class Succession {
  private current: Runnable | undefined
  private turn: Promise<unknown> = Promise.resolve()

  /** Resolves when the one before has ended and the next one runs; without a next one none does. It is not started when another has followed. */
  async follow(next: Runnable | undefined): Promise<void> {
    const before = this.current
    this.current = next
    this.turn = this.turn.then(async () => {
      await before?.end()
      if (this.current === next) await next?.start()
    })
    await this.turn
  }
}
