import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerHost } from '../lsp/host.ts'
import { systemClock } from './clock.ts'
import { DiskFiles } from './files.ts'
import { watchFolder } from './watch.ts'

/** The disk, the clock and the event loop of Node. */
export const nodeHost: ServerHost = {
  clock: systemClock,
  // The build puts them beside the server.
  rulePages: pathToFileURL(join(__dirname, 'rules')).toString(),
  answers: () => import('../lsp/answers.ts'),
  later: (task) => void setImmediate(task),
  files(rootUri, log) {
    if (!rootUri.startsWith('file:')) return undefined
    try {
      return new DiskFiles(fileURLToPath(rootUri), log)
    } catch (error) {
      log.warn(`The folder ${rootUri} cannot be read: ${(error as Error).message}`)
      return undefined
    }
  },
  watch(rootUri, log, changed) {
    return rootUri.startsWith('file:') ? watchFolder(fileURLToPath(rootUri), log, changed) : () => {}
  },
}
