import { addTo, getOrInsert } from '../collections.ts'
import { folderOf, nameOf } from '../text/path.ts'

/** Which files and folders the repository has. Paths are relative to it, with `/`; the repository itself is the empty path. */
export class FileSet {
  readonly #files = new Set<string>()
  /** How many files stand in a folder or below it. */
  readonly #folders = new Map<string, number>()
  readonly #byName = new Map<string, Set<string>>()

  add(path: string): void {
    if (this.#files.has(path)) return
    this.#files.add(path)
    this.#count(path, 1)
    getOrInsert(this.#byName, nameOf(path), () => new Set()).add(path)
  }

  delete(path: string): void {
    if (!this.#files.delete(path)) return
    this.#count(path, -1)
    const named = this.#byName.get(nameOf(path))!
    named.delete(path)
    if (!named.size) this.#byName.delete(nameOf(path))
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  hasFolder(path: string): boolean {
    return path === '' || this.#folders.has(path)
  }

  /** All files with a name, wherever they stand. */
  named(name: string): readonly string[] {
    const named = this.#byName.get(name)
    return named ? [...named] : none
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#files.values()
  }

  #count(path: string, by: number): void {
    for (let folder = folderOf(path); folder; folder = folderOf(folder)) addTo(this.#folders, folder, by)
  }
}

const none: readonly string[] = []
