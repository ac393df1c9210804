import { addTo, Groups } from '../collections.ts'
import { folderOf, nameOf } from '../text/path.ts'

/** Which files and folders the repository has. Paths are relative to it, with `/`; the repository itself is the empty path. */
export class FileSet {
  readonly #files = new Set<string>()
  /** How many files stand in a folder or below it. */
  readonly #folders = new Map<string, number>()
  readonly #byName = new Groups<string, string>()
  /** The files whose paths differ in capitals or normal form alone; made when it is first asked for. */
  #spellings: Groups<string, string> | undefined

  add(path: string): void {
    if (this.#files.has(path)) return
    this.#files.add(path)
    this.#spellings?.add(commonSpelling(path), path)
    this.#count(path, 1)
    this.#byName.add(nameOf(path), path)
  }

  delete(path: string): void {
    if (!this.#files.delete(path)) return
    this.#spellings?.delete(commonSpelling(path), path)
    this.#count(path, -1)
    this.#byName.delete(nameOf(path), path)
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  hasFolder(path: string): boolean {
    return path === '' || this.#folders.has(path)
  }

  /** All files with a name, wherever they stand. */
  named(name: string): readonly string[] {
    return this.#byName.of(name)
  }

  /** The one file whose path a path may be a spelling of, for file systems that ignore capitals, or keep umlauts in two pieces. */
  like(path: string): string | undefined {
    const [file, another] = this.#spellingsOf(path)
    return another === undefined ? file : undefined
  }

  /** The files with other spellings of a path. */
  alike(path: string): string[] {
    return this.#spellingsOf(path).filter((file) => file !== path)
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#files.values()
  }

  #spellingsOf(path: string): readonly string[] {
    if (!this.#spellings) {
      this.#spellings = new Groups()
      for (const file of this.#files) this.#spellings.add(commonSpelling(file), file)
    }
    return this.#spellings.of(commonSpelling(path))
  }

  #count(path: string, by: number): void {
    for (let folder = folderOf(path); folder; folder = folderOf(folder)) addTo(this.#folders, folder, by)
  }
}

/** What the spellings of a path have in common that a file system may take for one. */
export function commonSpelling(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
