import type { Files } from '../../core/host.ts'
import { isMinutesFile } from '../../core/minutes/minutes.ts'
import { settingsFile } from '../../core/settings/settings.ts'
import { folderOf, isHidden, joinPath } from '../../core/text/path.ts'
import { largestBytes } from '../files.ts'
import { Misuse } from '../misuse.ts'
import { type Git, GitFailure } from './git.ts'

interface Entry {
  readonly mode: string
  readonly object: string
}

const link = '120000'
const submodule = '160000'
const mostHops = 8

/** The files of a repository as a commit has them. */
export class CommittedFiles implements Files {
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #texts: ReadonlyMap<string, string>
  readonly #now: Files

  /** Reads all Markdown of a commit; what is no part of a commit, such as `.git/config`, is read from `now`. */
  constructor(git: Git, commit: string, now: Files) {
    this.#now = now
    this.#entries = entriesOf(git.ask(['ls-tree', '-r', '-z', commit]).toString())
    const wanted = [...this.#entries].filter(
      ([path, { mode }]) => mode !== submodule && (mode === link || isRead(path)),
    )
    this.#texts = textsOf(git, [...new Set(wanted.map(([, { object }]) => object))])
  }

  *list(folder = ''): Generator<string> {
    for (const path of this.#entries.keys()) {
      if ((!folder || path.startsWith(`${folder}/`)) && !isHidden(path) && this.has(path)) yield path
    }
  }

  has(path: string): boolean {
    return this.#fileAt(path) !== undefined
  }

  read(path: string): string | undefined {
    if (path.startsWith('.git/')) return this.#now.read(path)
    const file = this.#fileAt(path)
    return file && this.#texts.get(file.object)
  }

  /** Whether a path lies in another git repository, of whose files the commit knows nothing. */
  isElsewhere(path: string): boolean {
    for (let at = folderOf(path); at; at = folderOf(at)) {
      if (this.#entries.get(at)?.mode === submodule) return true
    }
    return false
  }

  /** The file that a path leads to, by links too. */
  #fileAt(path: string): Entry | undefined {
    let at: string | undefined = path
    for (let hop = 0; at !== undefined && hop < mostHops; hop += 1) {
      const entry = this.#entries.get(at)
      if (entry?.mode !== link) return entry?.mode === submodule ? undefined : entry
      const target = this.#texts.get(entry.object)
      at = target?.startsWith('/') ? undefined : joinPath(folderOf(at), target ?? '')
    }
    return undefined
  }
}

function isRead(path: string): boolean {
  return path === settingsFile || (isMinutesFile(path) && !isHidden(path))
}

/** Reads what `git ls-tree -z` prints: `MODE TYPE OBJECT`, a tab, the path. */
function entriesOf(listing: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const line of listing.split('\0')) {
    const [mode, , object] = line.split(/[ \t]/, 3)
    if (mode && object) entries.set(line.slice(line.indexOf('\t') + 1), { mode, object })
  }
  return entries
}

/** Reads what `git cat-file --batch` prints for each object: `OBJECT TYPE SIZE`, a line end, the content, a line end. */
function textsOf(git: Git, objects: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>()
  if (!objects.length) return texts
  const answer = contentsOf(git, objects)
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at)
    const [object, type, size] = answer.toString('utf8', at, end).split(' ')
    if (type === 'missing') throw new Misuse(incomplete)
    at = end + 1 + Number(size)
    if (Number(size) <= largestBytes) texts.set(object!, answer.toString('utf8', end + 1, at))
    at += 1
  }
  return texts
}

function contentsOf(git: Git, objects: readonly string[]): Buffer {
  try {
    return git.ask(['cat-file', '--batch'], `${objects.join('\n')}\n`)
  } catch (error) {
    // A git that must not fetch gives up at once.
    if (error instanceof GitFailure && /promisor|transport|lazy/i.test(error.message)) throw new Misuse(incomplete)
    throw error
  }
}

const incomplete =
  'This clone does not hold the files as they were before, and --since fetches nothing. Clone without --filter, or fetch them first.'
