import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a new file, whole or not at all. What is there already, whoever made it, stays: then the file system's error is thrown. */
export function writeNew(file: string, content: string | Uint8Array): void {
  const opened = openSync(file, 'wx')
  try {
    writeFileSync(opened, content)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(opened)
  }
}
