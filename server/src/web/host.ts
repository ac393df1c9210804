import type { Connection } from 'vscode-languageserver'
import type { Clock } from '../core/host.ts'
import type { Answers } from '../lsp/answers.ts'
import { rootOf } from '../lsp/convert.ts'
import type { ServerHost } from '../lsp/host.ts'
import { type FilesParams, filesNotification } from '../lsp/protocol.ts'
import { ToldFiles } from './files.ts'

/** Today where the browser is. */
const browserClock: Clock = {
  today() {
    const now = new Date()
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  },
}

/** So long the files of a folder are waited for, before answers are made of those that have come. */
const patienceMilliseconds = 3000

/** Where the script of the answers leaves them. */
declare const minutesAnswers: Answers

function loaded(url: string): Answers {
  importScripts(url)
  return minutesAnswers
}

/** A worker's host: the client sends the files, and tells of each that changes. */
export function webHost(connection: Connection): ServerHost {
  const folders = new Map<string, ToldFiles>()
  let told = (_root: string, _paths: readonly string[]) => {}
  const filesAt = (root: string) => {
    const known = folders.get(root)
    if (known) return known
    const files = new ToldFiles()
    folders.set(root, files)
    const end = setTimeout(() => {
      if (folders.get(root) !== files) return
      files.isLate = true
      told(root, [...files.list()])
    }, patienceMilliseconds)
    files.whenComplete = () => clearTimeout(end)
    return files
  }
  return {
    clock: browserClock,
    later: (task) => void setTimeout(task),
    answers: async (url = 'answers.js') => loaded(url),
    files: filesAt,
    hasAllFiles: (root) => filesAt(root).isComplete,
    isLate: (root) => filesAt(root).isLate,
    onFilesTold(listener) {
      told = listener
      connection.onNotification(filesNotification, (params: FilesParams) => {
        const root = rootOf(params.root)
        listener(root, filesAt(root).take(params))
      })
    },
    forget: (root) => void folders.delete(root),
  }
}
