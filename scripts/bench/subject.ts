import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isMinutesFile, type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'

/** The real minutes beside the project, whose labels the tests have. */
export const labelledFolder = '../shared/corpus/scs-minutes'
const usualFolders = [labelledFolder, 'test/sample']

/** The folder that is measured, and the files of it that are edited. */
export interface Subject {
  readonly folder: string
  readonly files: number
  readonly largest: Minutes
  /** The minutes with the most minutes lines: the rules have the most to do with them. */
  readonly report: Minutes
  /** The minutes with the most findings. */
  readonly faulty: Minutes | undefined
}

/** The real minutes that stand beside the project, or else the sample. */
export function usualFolder(): string {
  return usualFolders.find((folder) => existsSync(folder))!
}

/** Reads a folder; `faults` has the path of a file for each of its findings. */
export function readSubject(folder: string, faults: readonly string[]): Subject {
  const all = minutesIn(folder)
  if (!all.length) throw new Error(`${folder} holds no Markdown files. Name a folder of minutes.`)
  const most = (size: (minutes: Minutes) => number) => all.reduce((a, b) => (size(b) > size(a) ? b : a))
  const faultsOf = (minutes: Minutes) => faults.filter((path) => path === minutes.path).length
  const faulty = most(faultsOf)
  return {
    folder,
    files: all.length,
    largest: most(({ text }) => text.length),
    report: most(({ minutesLines }) => minutesLines.length),
    faulty: faultsOf(faulty) ? faulty : undefined,
  }
}

export function uriIn(folder: string, path = ''): string {
  return pathToFileURL(join(folder, path)).href
}

/** All Markdown files of a folder but the hidden ones. */
export function minutesIn(folder: string): Minutes[] {
  return pathsIn(folder).map((path) => readMinutes(path, readFileSync(join(folder, path), 'utf8')))
}

/** The paths of all Markdown files of a folder but the hidden ones, in order. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => isMinutesFile(path) && !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
    .sort()
}
