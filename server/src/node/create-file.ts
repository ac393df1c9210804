import { dirname } from 'node:path'
import { diskFailure } from './disk-failure.ts'
import type { NewFiles } from './new-files.ts'
import { writeNew } from './write-new.ts'

/**
 * Writes a new file, whole or not at all, with the folders that it needs. What is there already, whoever made it, stays. The result says why there is no new
 * file; `undefined` when it is written.
 */
export function createFile(file: string, text: string, newFiles: NewFiles): string | undefined {
  const content = Buffer.from(text)
  try {
    newFiles.makeFolder(dirname(file))
    writeNew(file, content)
    newFiles.add(file, content)
    return undefined
  } catch (error) {
    newFiles.discardEmptyFolders()
    return diskFailure(error)
  }
}
