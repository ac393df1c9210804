import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { diskFailure } from './disk-failure.ts'
import { writeNew } from './write-new.ts'

/**
 * Writes a new file, whole or not at all, with the folders that it needs. What is there already, whoever made it, stays. The result says why there is no new
 * file; `undefined` when it is written.
 */
export function createFile(file: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeNew(file, text)
    return undefined
  } catch (error) {
    return diskFailure(error)
  }
}
