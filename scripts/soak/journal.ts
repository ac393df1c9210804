import { statisticsOf } from '../bench/statistics.ts'

/** What was seen while somebody edited, from when it is made. Times are milliseconds since then. */
export class Journal {
  readonly #begin = performance.now()
  readonly #answers: { readonly at: number; readonly method: string; readonly milliseconds: number }[] = []
  readonly #memory: { readonly at: number; readonly bytes: number }[] = []
  readonly #operations = new Map<string, number>()
  readonly errors: string[]

  /** Errors may be added by others as well, and before. */
  constructor(errors: string[]) {
    this.errors = errors
  }

  get elapsed(): number {
    return performance.now() - this.#begin
  }

  done(operation: string): void {
    this.#operations.set(operation, (this.#operations.get(operation) ?? 0) + 1)
  }

  get count(): number {
    return [...this.#operations.values()].reduce((sum, each) => sum + each, 0)
  }

  /** Takes the time of an answer. One that is an error is noted, and none. */
  async asked<Answer>(method: string, answer: Promise<Answer>): Promise<Answer | undefined> {
    const start = performance.now()
    try {
      return await answer
    } catch (error) {
      this.errors.push(`${method}: ${error}`)
      return undefined
    } finally {
      this.#answers.push({ at: this.elapsed, method, milliseconds: performance.now() - start })
    }
  }

  /** Systems other than Linux do not tell the memory of another process. */
  remember(bytes: number | undefined): void {
    if (bytes !== undefined) this.#memory.push({ at: this.elapsed, bytes })
  }

  report(): string {
    const end = this.elapsed
    const operations = [...this.#operations].sort().map(([name, count]) => `${count} × ${name}`)
    return [
      `${this.count} operations in ${minutesOf(end)} minutes: ${operations.join(', ')}.`,
      `Errors in the log and in answers: ${this.errors.length}.`,
      ...[...new Set(this.errors)].slice(0, 10).map((error) => `  ${error}`),
      `Memory (RSS): ${this.#memoryLine(end)}.`,
      'Answers, median / 95 of 100, in the first and in the last tenth of the time:',
      ...[...new Set(this.#answers.map(({ method }) => method))].sort().map((method) => this.#timesLine(method, end)),
    ].join('\n')
  }

  #memoryLine(end: number): string {
    if (!this.#memory.length) return 'this system does not tell it'
    const marks = [1, 5, 10, 20, 40, 60].filter((mark) => mark * 60_000 < end)
    const told = marks.map((mark) => {
      const { bytes } = this.#memory.find(({ at }) => at >= mark * 60_000) ?? this.#memory.at(-1)!
      return `${megabytes(bytes)} MB after ${mark} min`
    })
    const most = Math.max(...this.#memory.map(({ bytes }) => bytes))
    return [...told, `${megabytes(this.#memory.at(-1)!.bytes)} MB at the end`, `${megabytes(most)} MB at most`].join(
      ', ',
    )
  }

  #timesLine(method: string, end: number): string {
    const all = this.#answers.filter((answer) => answer.method === method)
    const [first, last] = [all.filter(({ at }) => at < end / 10), all.filter(({ at }) => at >= (end * 9) / 10)]
    return `  ${method.padEnd(36)} ${timesOf(first).padEnd(24)} ${timesOf(last).padEnd(24)} (${all.length})`
  }
}

function timesOf(answers: readonly { readonly milliseconds: number }[]): string {
  if (!answers.length) return 'none'
  const { median, p95 } = statisticsOf(answers.map(({ milliseconds }) => milliseconds))
  return `${median.toFixed(1)} / ${p95.toFixed(1)} ms`
}

function minutesOf(milliseconds: number): string {
  return (milliseconds / 60_000).toFixed(1)
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
