import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** The folder of the git checkout around a repository of minutes, from which forges count their paths; the repository itself where there is none. */
export class Checkout {
  readonly folder: string
  readonly #prefix: string

  constructor(root: string) {
    this.folder = checkoutAround(root) ?? root
    const prefix = relative(this.folder, root).split(sep).join('/')
    this.#prefix = prefix && `${prefix}/`
  }

  /** A path of the repository, relative to the checkout. */
  path(path: string): string {
    return this.#prefix + path
  }
}

function checkoutAround(root: string): string | undefined {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return undefined
  }
}
