import type { Files } from '../core/host.ts'
import { isHidden } from '../core/text/path.ts'
import type { FilesParams } from '../lsp/protocol.ts'

/** The files that the client has told of: a worker cannot read any itself. */
export class ToldFiles implements Files {
  /** `undefined` where only the file's being there has been told. */
  readonly #texts = new Map<string, string | undefined>()
  /** Whether the client has told of all files that there were when it began. */
  isComplete = false
  /** Whether nobody waits for the rest any more. */
  isLate = false
  whenComplete = () => {}

  /** Takes in what the client tells. The result is the paths that may have changed. */
  take({ files, more }: FilesParams): string[] {
    for (const { path, text } of files) {
      if (text === null) this.#drop(path)
      else this.#texts.set(path, text)
    }
    if (!more && !this.isComplete) {
      this.isComplete = true
      this.isLate = false
      this.whenComplete()
    }
    return files.map(({ path }) => path)
  }

  list(folder = ''): Iterable<string> {
    return [...this.#texts.keys()].filter((path) => !isHidden(path) && (!folder || path.startsWith(`${folder}/`)))
  }

  has(path: string): boolean {
    return this.#texts.has(path)
  }

  read(path: string): string | undefined {
    return this.#texts.get(path)
  }

  /** A folder that is gone is told of as a whole. */
  #drop(path: string): void {
    if (this.#texts.delete(path)) return
    for (const file of this.#texts.keys()) if (file.startsWith(`${path}/`)) this.#texts.delete(file)
  }
}
