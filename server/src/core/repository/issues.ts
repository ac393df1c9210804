import { getOrInsert } from '../collections.ts'
import type { Summary } from './summary.ts'

/** Which files mention each issue. It is the sum of the files' mentions, kept up to date file by file. */
export class Issues {
  readonly #files = new Map<string, Set<string>>()

  /** Replaces what a file says; `undefined` stands for no such file. */
  replace(path: string, before: Summary | undefined, after: Summary | undefined): void {
    for (const { issue } of before?.issues ?? []) {
      const files = this.#files.get(issue)
      if (files?.delete(path) && !files.size) this.#files.delete(issue)
    }
    for (const { issue } of after?.issues ?? []) getOrInsert(this.#files, issue, () => new Set()).add(path)
  }

  /** The paths of the files that mention an issue, in their order. */
  filesOf(issue: string): string[] {
    return [...(this.#files.get(issue) ?? [])].sort()
  }
}
