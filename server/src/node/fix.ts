import { readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
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

/** Writes a file whole or not at all, and only if it still has the text that was checked. */
function write(file: string, path: string, checked: string, text: string, problem: (message: string) => void): boolean {
  try {
    // A link stays a link: what it leads to is written.
    const target = realpathSync(file)
    if (!readFileSync(target).equals(Buffer.from(checked))) {
      problem(
        `${path} is not fixed: it is not UTF-8, or it has changed meanwhile. Run the command again, or convert the file.`,
      )
      return false
    }
    const whole = `${target}.minutes-tmp`
    writeFileSync(whole, text)
    renameSync(whole, target)
    return true
  } catch (error) {
    problem(`${path} is not fixed: ${(error as Error).message}`)
    return false
  }
}
