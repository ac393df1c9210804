import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Files, Log } from '../core/host.ts'

/** No minutes are as long: a file of this size was stored by mistake, and reading it would hold everything up. */
export const largestBytes = 4 * 1024 * 1024

/** Node makes such a value anew for each file, where it is given an encoding alone. */
const asText = { encoding: 'utf8', flag: 'r' } as const

/** The files of a folder on the disk. */
export class DiskFiles implements Files {
  /** The folder's real path, links resolved. */
  readonly root: string
  readonly #log: Log

  /** Throws the file system's error when there is no such folder. */
  constructor(root: string, log: Log) {
    this.root = realpathSync.native(root)
    this.#log = log
  }

  *list(within = ''): Generator<string> {
    // What a link leads to is listed at its own place alone.
    const folders = this.#inside(within) === join(this.root, within) ? [within] : []
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const entry of this.#entries(folder)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
        const path = folder ? `${folder}/${entry.name}` : entry.name
        if (entry.isDirectory()) folders.push(path)
        else if (entry.isFile() || (entry.isSymbolicLink() && this.#leadsToFile(path))) yield path
      }
    }
  }

  has(path: string): boolean {
    return this.#leadsToFile(path)
  }

  read(path: string): string | undefined {
    const file = this.#inside(path)
    if (file === undefined) return undefined
    try {
      const stat = statSync(file)
      if (!stat.isFile()) return undefined
      if (stat.size <= largestBytes) return readFileSync(file, asText)
      this.#log.warn(
        `${path} is not read: it has ${Math.round(stat.size / 1e6)} MB. Minutes are text of a few kilobytes.`,
      )
    } catch (error) {
      this.#log.warn(`${path} cannot be read: ${(error as Error).message}`)
    }
    return undefined
  }

  #entries(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.root, folder), { withFileTypes: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return []
      this.#log.warn(`The folder ${folder || '.'} cannot be read: ${(error as Error).message}`)
      return []
    }
  }

  #leadsToFile(path: string): boolean {
    const file = this.#inside(path)
    try {
      return file !== undefined && statSync(file).isFile()
    } catch {
      return false
    }
  }

  /** The real path of a file; `undefined` when there is none, or a link leads out of the repository or in a circle. */
  #inside(path: string): string | undefined {
    try {
      const file = realpathSync.native(join(this.root, path))
      return file === this.root || file.startsWith(this.root + sep) ? file : undefined
    } catch {
      return undefined
    }
  }
}
