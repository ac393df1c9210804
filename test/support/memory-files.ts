import type { Files } from '../../server/src/core/host.ts'

/** Files that exist in memory alone. */
export class MemoryFiles implements Files {
  texts: Map<string, string>

  constructor(texts: Iterable<readonly [path: string, text: string]>) {
    this.texts = new Map(texts)
  }

  list(folder = ''): string[] {
    const visible = [...this.texts.keys()].filter((path) => !/(?:^|\/)\./.test(path))
    return visible.filter((path) => !folder || path.startsWith(`${folder}/`))
  }

  has(path: string): boolean {
    return this.texts.has(path)
  }

  read(path: string): string | undefined {
    return this.texts.get(path)
  }
}
