import { writeNew } from './write-new.ts'

/**
 * Writes something to a new file in the folder of another one, whole or not at all. What is there already, whoever made it, stays. The result is
 * the file's path.
 */
export function writeBeside(file: string, content: string | Uint8Array): string {
  for (let attempt = 0; ; attempt += 1) {
    const path = `${file}.minutes-${attempt}.tmp`
    try {
      writeNew(path, content)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
