import { constants, copyFileSync, linkSync, readFileSync, rmSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { diskFailure } from './disk-failure.ts'
import type { NewFiles } from './new-files.ts'
import { writeBeside } from './write-beside.ts'

/** Where something has been stored, or why it has not been: a whole sentence. */
export type Stored = { readonly file: string } | { readonly reason: string }

const mostNames = 100

/**
 * Stores a file, whole or not at all, with the folders that it needs. What is there already stays: where it is the same, nothing is stored, and
 * where it is something else, the new file gets a number behind its name.
 */
export function storeFile(file: string, bytes: Uint8Array, newFiles: NewFiles): Stored {
  try {
    newFiles.makeFolder(dirname(file))
    const whole = writeBeside(file, bytes)
    try {
      return named(whole, file, bytes, newFiles)
    } finally {
      rmSync(whole, { force: true })
    }
  } catch (error) {
    newFiles.discardEmptyFolders()
    return { reason: diskFailure(error) }
  }
}

/** Gives the whole file the first name that is free. */
function named(whole: string, file: string, bytes: Uint8Array, newFiles: NewFiles): Stored {
  for (let number = 1; number < mostNames; number += 1) {
    const name = number === 1 ? file : numbered(file, number)
    if (holds(name, bytes)) return { file: name }
    if (!isGiven(name, whole)) continue
    newFiles.add(name, bytes)
    return { file: name }
  }
  return { reason: 'there are too many files of that name.' }
}

/** Gives the whole file a name, unless another one has it. */
function isGiven(name: string, whole: string): boolean {
  try {
    linkOrCopy(whole, name)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** Unlike a new name, neither a link nor such a copy takes the place of what is there. */
function linkOrCopy(whole: string, name: string): void {
  try {
    linkSync(whole, name)
  } catch (error) {
    if (isTaken(error)) throw error
    // Not every disk has links: exFAT has none, nor have many that are reached over a network.
    copyFileSync(whole, name, constants.COPYFILE_EXCL)
  }
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST'
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
