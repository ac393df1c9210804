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
import { join } from 'node:path'
import { fixAll, isSafe } from '../core/rules/fix-all.ts'
import { applyEdits } from '../core/text/edit.ts'
import type { CheckedRepository } from './check-repository.ts'

/** Applies the safe fixes of a check to the files on the disk. The result is the number of findings mended. */
export function applySafeFixes(
  folder: string,
  { files }: CheckedRepository,
  problem: (message: string) => void,
): number {
  let applied = 0
  for (const { path, text, findings } of files) {
    const { edits, mended } = fixAll(findings, (fix) => isSafe(fix) && fix.edits.every((edit) => edit.path === path))
    if (mended && write(join(folder, path), path, text, applyEdits(text, edits), problem)) applied += mended
  }
  return applied
}

/** Writes a file whole or not at all; it keeps its rights. */
function write(file: string, path: string, checked: string, text: string, problem: (message: string) => void): boolean {
  try {
    // A link stays a link: what it leads to is written.
    const target = realpathSync(file)
    const { mode } = statSync(target)
    const reason = refusal(target, mode, checked)
    if (reason) problem(`${path} is not fixed: ${reason}`)
    else replaceFile(target, mode, text)
    return !reason
  } catch (error) {
    problem(`${path} is not fixed: ${(error as Error).message}`)
    return false
  }
}

const anyoneMayWrite = 0o222

/** Why a file is left as it is: only what has been checked, and may be written, is replaced. */
function refusal(file: string, mode: number, checked: string): string | undefined {
  if (!(mode & anyoneMayWrite)) return 'it is write-protected. Make it writable, and run the command again.'
  if (readFileSync(file).equals(Buffer.from(checked))) return undefined
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
