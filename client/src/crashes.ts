/** A server that crashes so often in so many minutes is not started again by itself. */
export const mostCrashes = 5
export const minutes = 3

/** The crashes of a server. Times are milliseconds. */
export class Crashes {
  #times: readonly number[] = []

  /** Notes a crash. The result is whether the server is worth another start. */
  add(now: number): boolean {
    this.#times = [...this.#times, now].filter((time) => now - time < minutes * 60_000)
    return this.#times.length < mostCrashes
  }

  forget(): void {
    this.#times = []
  }
}
