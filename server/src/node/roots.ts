import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { settingsFile } from '../core/settings/settings.ts'
import { Misuse } from './misuse.ts'

/** A repository and the parts of it that were asked for. */
export interface Root {
  /** Its absolute path. */
  readonly folder: string
  /** Files and folders relative to it, with `/`; the empty path is the whole repository. */
  readonly paths: readonly string[]
  /** Those of the paths that are files. */
  readonly files: readonly string[]
}

/** The repositories that hold the paths. */
export function findRoots(paths: readonly string[], cwd: string): Root[] {
  const roots = new Map<string, { paths: string[]; files: string[] }>()
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path)
    const stat = statSync(absolute, { throwIfNoEntry: false })
    if (!stat) throw new Misuse(`There is no file or folder ${path}. Name one that exists.`)
    const around = stat.isDirectory() ? absolute : dirname(absolute)
    const folder = repositoryAround(around) ?? around
    const inside = relative(folder, absolute).split(sep).join('/')
    const root = roots.get(folder) ?? { paths: [], files: [] }
    roots.set(folder, root)
    root.paths.push(inside)
    if (!stat.isDirectory()) root.files.push(inside)
  }
  return [...roots].map(([folder, asked]) => ({ folder, ...asked }))
}

/** What somebody in a folder calls by a path, as the repository in the folder `top` does. */
export function pathFrom(top: string, cwd: string, written: string): string {
  return relative(top, resolve(cwd, written)).split(sep).join('/')
}

/** The nearest folder with settings or with a git repository: settings further out are those of something else. */
function repositoryAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if ([settingsFile, '.git'].some((name) => existsSync(join(at, name)))) return at
    if (at === dirname(at)) return undefined
  }
}
