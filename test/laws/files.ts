import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface TestFile {
  readonly path: string
  readonly text: string
}

/** The Markdown files of a folder, which may be missing. Paths start at the repository's root. */
export function markdownFiles(folder: string): TestFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The other files of a folder, without their contents, by their paths from the folder. */
export function otherFiles(folder: string): [path: string, text: string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), ''])
}
