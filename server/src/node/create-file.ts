import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a new file, whole or not at all, with the folders that it needs. What is there already, whoever made it, stays. The result says why there is no new
 * file; `undefined` when it is written.
 */
export function createFile(file: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const opened = openSync(file, 'wx')
    try {
      writeFileSync(opened, text)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    } finally {
      closeSync(opened)
    }
    return undefined
  } catch (error) {
    return reasonOf(error as NodeJS.ErrnoException)
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'such a file is there already, and stays as it is.',
  EACCES: 'the folder is write-protected. Make it writable.',
  EPERM: 'the folder is write-protected. Make it writable.',
  EROFS: 'the file system is read-only.',
  ENOSPC: 'the disk is full. Nothing is left of the file.',
}

/** Why something cannot be written: a whole sentence. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return reasons[code ?? ''] ?? message
}
