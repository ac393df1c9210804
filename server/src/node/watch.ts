import { watch } from 'node:fs'
import { sep } from 'node:path'
import type { Log } from '../core/host.ts'

/** One change of the user makes several events: they are told of together. */
const gatherMilliseconds = 50

/** Tells of the paths below a folder that change, for clients that do not. It does not keep the process alive. */
export function watchFolder(folder: string, log: Log, changed: (paths: readonly string[]) => void): void {
  const gathered = new Set<string>()
  const tell = () => {
    changed([...gathered])
    gathered.clear()
  }
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, (_, name) => {
      if (name === null) return
      if (!gathered.size) setTimeout(tell, gatherMilliseconds).unref()
      gathered.add(name.split(sep).join('/'))
    })
    watcher.on('error', (error) => log.warn(`Changes in ${folder} are not seen: ${error.message}`))
  } catch (error) {
    log.warn(
      `Changes in ${folder} are not seen: ${(error as Error).message}. Open the file again to refresh its findings.`,
    )
  }
}
