import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { diskFailure } from './disk-failure.ts'

/**
 * Writes another text to a file in place of the one that was read, whole or not at all; the file keeps its rights. The result says why it
 * is left as it is, and what to do; `undefined` when it is written.
 */
export function rewrite(file: string, read: string, text: string): string | undefined {
  try {
    // A link stays a link: what it leads to is written.
    const target = realpathSync(file)
    const { mode } = statSync(target)
    const reason = refusal(target, mode, read)
    if (!reason) replaceFile(target, mode, text)
    return reason
  } catch (error) {
    return diskFailure(error)
  }
}

const anyoneMayWrite = 0o222

/** Only what was read, and may be written, is replaced. */
function refusal(file: string, mode: number, read: string): string | undefined {
  if (!(mode & anyoneMayWrite)) return 'it is write-protected. Make it writable, and run the command again.'
  if (readFileSync(file).equals(Buffer.from(read))) return undefined
  return 'it is not UTF-8, or it has changed meanwhile. Convert the file, or run the command again.'
}

function replaceFile(file: string, mode: number, text: string): void {
  const whole = writeBeside(file, text)
  try {
    chmodSync(whole, mode)
    renameSync(whole, file)
  } catch (error) {
    rmSync(whole, { force: true })
    throw error
  }
}

/** Writes a text to a new file in the folder of another one. What is there already, whoever made it, stays. The result is the file's path. */
function writeBeside(file: string, text: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const path = `${file}.minutes-${attempt}.tmp`
    try {
      const opened = openSync(path, 'wx')
      writeWhole(path, opened, text)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function writeWhole(path: string, opened: number, text: string): void {
  try {
    writeFileSync(opened, text)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(opened)
  }
}
