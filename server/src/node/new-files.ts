import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** The files and folders that a command has made, to be taken away again where it does not come to its end. */
export class NewFiles {
  readonly #contents = new Map<string, Uint8Array>()
  readonly #folders: string[] = []

  /** The absolute paths of the files, in the order in which they were made. */
  get paths(): readonly string[] {
    return [...this.#contents.keys()]
  }

  add(file: string, content: Uint8Array): void {
    this.#contents.set(file, content)
  }

  /** Makes a folder, with those around it, unless it is there. */
  makeFolder(folder: string): void {
    const missing: string[] = []
    for (let one = folder; !existsSync(one); one = dirname(one)) missing.push(one)
    this.#folders.unshift(...missing)
    mkdirSync(folder, { recursive: true })
  }

  /** Takes all of it away. The result is what stays: files into which somebody has written since, or that the disk keeps. */
  discard(): readonly string[] {
    const changed = this.paths.filter((file) => !isRemoved(file, this.#contents.get(file)!))
    this.discardEmptyFolders()
    return changed
  }

  discardEmptyFolders(): void {
    for (const folder of this.#folders) {
      try {
        rmdirSync(folder)
      } catch {
        // Something is in it.
      }
    }
  }
}

function isRemoved(file: string, content: Uint8Array): boolean {
  try {
    if (!readFileSync(file).equals(content)) return false
    rmSync(file)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
