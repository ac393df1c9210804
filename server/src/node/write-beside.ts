import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes something to a new file in the folder of another one, whole or not at all. What is there already, whoever made it, stays. The result is
 * the file's path.
 */
export function writeBeside(file: string, content: string | Uint8Array): string {
  for (let attempt = 0; ; attempt += 1) {
    const path = `${file}.minutes-${attempt}.tmp`
    try {
      const opened = openSync(path, 'wx')
      writeWhole(path, opened, content)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function writeWhole(path: string, opened: number, content: string | Uint8Array): void {
  try {
    writeFileSync(opened, content)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(opened)
  }
}
