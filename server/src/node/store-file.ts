import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { diskFailure } from './disk-failure.ts'

/** Where something has been stored, or why it has not been: a whole sentence. */
export type Stored = { readonly file: string } | { readonly reason: string }

const mostNames = 100

/**
 * Stores a file, whole or not at all, with the folders that it needs. What is there already stays: where it is the same, nothing is stored, and
 * where it is something else, the new file gets a number behind its name.
 */
export function storeFile(file: string, bytes: Uint8Array): Stored {
  const part = join(dirname(file), `.${basename(file)}.minutes-${process.pid}.tmp`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(part, bytes, { flag: 'wx' })
    return linked(part, file, bytes)
  } catch (error) {
    return { reason: diskFailure(error) }
  } finally {
    rmSync(part, { force: true })
  }
}

/** Gives the whole file the first name that is free. */
function linked(part: string, file: string, bytes: Uint8Array): Stored {
  for (let number = 1; number < mostNames; number += 1) {
    const named = number === 1 ? file : numbered(file, number)
    try {
      // Unlike a new name, a link never takes the place of what is there.
      linkSync(part, named)
      return { file: named }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (holds(named, bytes)) return { file: named }
    }
  }
  return { reason: 'there are too many files of that name.' }
}

function numbered(file: string, number: number): string {
  const ending = extname(file)
  return `${file.slice(0, file.length - ending.length)}-${number}${ending}`
}

function holds(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes)
  } catch {
    return false
  }
}
