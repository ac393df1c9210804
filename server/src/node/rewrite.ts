import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { diskFailure } from './disk-failure.ts'
import { writeBeside } from './write-beside.ts'

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
