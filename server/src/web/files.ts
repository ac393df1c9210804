import type { Files } from '../core/host.ts'
import type { FilesParams } from '../lsp/protocol.ts'

/** The files that the client has told of: a worker cannot read any itself. */
export class ToldFiles implements Files {
  /** `undefined` where only the file's being there has been told. */
  readonly #texts = new Map<string, string | undefined>()

  /** Takes in what the client tells. The result is the paths that may have changed. */
  take({ files }: FilesParams): string[] {
    for (const { path, text } of files) {
      if (text === null) this.#texts.delete(path)
      else this.#texts.set(path, text)
    }
    return files.map(({ path }) => path)
  }

  list(folder = ''): Iterable<string> {
    return [...this.#texts.keys()].filter((path) => !path.startsWith('.') && (!folder || path.startsWith(`${folder}/`)))
  }

  has(path: string): boolean {
    return this.#texts.has(path)
  }

  read(path: string): string | undefined {
    return this.#texts.get(path)
  }
}
