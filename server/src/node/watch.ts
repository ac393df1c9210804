import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { join, sep } from 'node:path'
import type { Log } from '../core/host.ts'

/** One change of the user makes several events: they are told of together. */
const gatherMilliseconds = 50
const advice = 'Open a file again to refresh its findings.'

/**
 * Tells of the paths below a folder that change, for clients that do not. It does not keep the process alive. The result ends it.
 */
export function watchFolder(root: string, log: Log, changed: (paths: readonly string[]) => void): () => void {
  const gathered = new Set<string>()
  const gather = (path: string) => {
    if (!gathered.size) setTimeout(tell, gatherMilliseconds).unref()
    gathered.add(path.split(sep).join('/'))
  }
  const tell = () => {
    changed([...gathered])
    gathered.clear()
  }
  let failed = false
  const fail = (error: unknown) => {
    if (!failed) log.warn(`Some changes in ${root} are not seen: ${(error as Error).message}. ${advice}`)
    failed = true
  }
  // On Linux, Node watches each single file for `recursive`, and loses those that are replaced.
  const watcher =
    process.platform === 'linux' ? new FolderWatcher(root, gather, fail) : wholeWatcher(root, gather, fail)
  return () => watcher?.close()
}

type Gather = (path: string) => void
type Fail = (error: unknown) => void

function wholeWatcher(root: string, gather: Gather, fail: Fail): FSWatcher | undefined {
  try {
    const watcher = watch(root, { recursive: true, persistent: false }, (_, name) => name !== null && gather(name))
    return watcher.on('error', fail)
  } catch (error) {
    fail(error)
    return undefined
  }
}

/** Watches a folder and those in it, one by one. */
class FolderWatcher {
  readonly #root: string
  readonly #gather: Gather
  readonly #fail: Fail
  readonly #watchers = new Map<string, FSWatcher>()

  constructor(root: string, gather: Gather, fail: Fail) {
    this.#root = root
    this.#gather = gather
    this.#fail = fail
    this.#add('')
    if (this.#isFolder('.git')) this.#watch('.git')
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  #add(folder: string): void {
    this.#watch(folder)
    for (const name of this.#foldersIn(folder)) if (isOfInterest(name)) this.#add(join(folder, name))
  }

  #foldersIn(folder: string): string[] {
    try {
      const entries = readdirSync(join(this.#root, folder), { withFileTypes: true })
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    } catch {
      // It is gone, or nobody may look into it: then there is nothing to watch.
      return []
    }
  }

  #watch(folder: string): void {
    try {
      const told = (event: string, name: string | null) => name !== null && this.#changed(folder, event, name)
      const watcher = watch(join(this.#root, folder), { persistent: false }, told)
      watcher.on('error', () => this.#remove(folder))
      this.#watchers.set(folder, watcher)
    } catch (error) {
      // A folder may be gone before it is looked at.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#fail(error)
    }
  }

  /** A folder with a name may be new, gone, or another than before. */
  #changed(folder: string, event: string, name: string): void {
    const path = join(folder, name)
    if (event === 'rename' && folder !== '.git' && isOfInterest(name)) {
      this.#remove(path)
      if (this.#isFolder(path)) this.#add(path)
    }
    this.#gather(path)
  }

  #remove(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue
      watcher.close()
      this.#watchers.delete(path)
    }
  }

  #isFolder(path: string): boolean {
    try {
      return lstatSync(join(this.#root, path)).isDirectory()
    } catch {
      return false
    }
  }
}

/** Whether the files of a folder with this name are listed. */
function isOfInterest(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules'
}
