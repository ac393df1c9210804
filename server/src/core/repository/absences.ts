import type { Forge } from '../minutes/forge-url.ts'
import { sameForge } from './forge.ts'
import { isMissing, isOfDocument, isOfLastMeeting, isOfLaterMeeting, relativeTarget } from './relative-links.ts'
import { missingPicture } from './relative-pictures.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'

/** How many links of a kind lead to a file that is there, and to one that is not. */
export interface LinkCount {
  readonly present: number
  readonly missing: number
}

/** The kinds of links that lead to files of the repository. */
export type LinkKind = 'relativeLinks' | 'repositoryLinks'

/** Fewer may have gone wrong one by one. */
const fewest = 3

/** So few files may show uploads that somebody forgot to store one by one. */
const fewFiles = 5

/**
 * What the files link and show and the repository does not have: a community that has moved it, or keeps it elsewhere, knows, and need not be
 * told at each link. A file is looked through once, until it or the list of all files changes.
 */
export class Absences {
  readonly #relativeLinks: Counts
  readonly #repositoryLinks: Counts
  readonly #pictures: Counts
  readonly #uploads: Counts
  readonly #repository: Repository
  /** With which the links to the repository were counted. */
  #forge: Forge | undefined

  constructor(repository: Repository) {
    this.#repository = repository
    this.#relativeLinks = new Counts(repository, relativeLinksOf)
    this.#repositoryLinks = new Counts(repository, repositoryLinksOf)
    this.#pictures = new Counts(repository, picturesOf)
    this.#uploads = new Counts(repository, uploadsOf)
  }

  /** Whether a file has links that lead nowhere. */
  hasMissing(kind: LinkKind, path: string): boolean {
    return (kind === 'relativeLinks' ? this.#relativeLinks : this.#repositoryLinks).missingIn(path) > 0
  }

  /** The relative links that name a document. */
  get relativeLinks(): LinkCount {
    return this.#relativeLinks.sum
  }

  /** The URLs of the repository's own files. Those of meetings to come are not counted. */
  get repositoryLinks(): LinkCount {
    const { forge } = this.#repository
    if (!sameForge(forge, this.#forge)) this.#repositoryLinks.forgetAll()
    this.#forge = forge
    return this.#repositoryLinks.sum
  }

  /** Whether most of the pictures that files show by a relative path are not there. */
  get lacksPictures(): boolean {
    const { present, missing } = this.#pictures.sum
    return missing >= fewest && missing > present
  }

  /** Whether a community leaves its pictures on the pad: many files show some, and no copy of any is stored. */
  get leavesUploads(): boolean {
    const { present, missing } = this.#uploads.sum
    return present === 0 && missing > fewFiles
  }

  /** A file may link and show something else now. */
  forget(path: string): void {
    for (const counts of this.#all) counts.forget(path)
  }

  /** There are other files now, so links of any file may lead elsewhere. */
  forgetAll(): void {
    for (const counts of this.#all) counts.forgetAll()
  }

  get #all(): Counts[] {
    return [this.#relativeLinks, this.#repositoryLinks, this.#pictures, this.#uploads]
  }
}

type Count = (file: Summary, repository: Repository) => FileCount

/** The counts of all files and their sum, kept up to date file by file. */
class Counts {
  readonly #repository: Repository
  readonly #count: Count
  readonly #files = new Map<string, FileCount>()
  /** The files with links to later meetings. */
  readonly #ahead = new Set<string>()
  #present = 0
  #missing = 0
  /** The files that may say something else now; without any, none has been counted. */
  #changed: Set<string> | undefined

  constructor(repository: Repository, count: Count) {
    this.#repository = repository
    this.#count = count
  }

  get sum(): LinkCount {
    this.#countAnew()
    const repository = this.#repository
    let missing = this.#missing
    // What is yet to come depends on the other meetings.
    for (const path of this.#ahead) {
      if (!isOfLastMeeting(repository.summary(path)!, repository)) missing += this.#files.get(path)!.later!
    }
    return { present: this.#present, missing }
  }

  /** How many links of a file lead nowhere. */
  missingIn(path: string): number {
    this.#countAnew()
    return this.#files.get(path)?.missing ?? 0
  }

  forget(path: string): void {
    this.#changed?.add(path)
  }

  forgetAll(): void {
    this.#files.clear()
    this.#ahead.clear()
    this.#present = 0
    this.#missing = 0
    this.#changed = undefined
  }

  #countAnew(): void {
    const repository = this.#repository
    if (this.#changed) for (const path of this.#changed) this.#replace(path, repository.summary(path))
    else for (const summary of repository.summaries) this.#replace(summary.path, summary)
    if (this.#changed?.size !== 0) this.#changed = new Set()
  }

  #replace(path: string, summary: Summary | undefined): void {
    const before = this.#files.get(path)
    const after = summary && summary.kind !== 'template' ? this.#count(summary, this.#repository) : undefined
    this.#present += (after?.present ?? 0) - (before?.present ?? 0)
    this.#missing += (after?.missing ?? 0) - (before?.missing ?? 0)
    if (after) this.#files.set(path, after)
    else this.#files.delete(path)
    if (after?.later) this.#ahead.add(path)
    else this.#ahead.delete(path)
  }
}

/** Whether so many links lead nowhere that files must have been moved, or are kept elsewhere. */
export function leadElsewhere({ present, missing }: LinkCount): boolean {
  return missing >= fewest && missing * 4 > present
}

/** The links of one file. */
interface FileCount extends LinkCount {
  /** Those to later meetings of the same team that are not there: not missing, if these minutes are of the last one. */
  readonly later?: number
}

function relativeLinksOf({ path: from, links }: Summary, repository: Repository): FileCount {
  const targets = links
    .filter(({ url }) => !/^(?:#|https?:)/.test(url))
    .flatMap(({ url }) => relativeTarget(url, from, repository) ?? [])
    .filter(isOfDocument)
  const missing = targets.filter((target) => isMissing(target, repository)).length
  return { present: targets.length - missing, missing }
}

function repositoryLinksOf(summary: Summary, repository: Repository): FileCount {
  const paths = summary.links
    .filter(({ url }) => url.startsWith('http'))
    .map(({ url }) => repository.targetOf(url, summary.path))
    .flatMap((target) => (target.kind === 'repository' ? target.path : []))
  const missing = paths.filter((path) => !repository.has(path))
  const later = missing.filter((path) => isOfLaterMeeting(path, summary)).length
  return { present: paths.length - missing.length, missing: missing.length - later, later }
}

function picturesOf({ path: from, relativePictures }: Summary, { files }: Repository): FileCount {
  const missing = relativePictures.filter((url) => missingPicture(url, from, files)).length
  return { present: relativePictures.length - missing, missing }
}

/** Whether a file shows uploads: they are missing, but where a copy of one is stored. */
function uploadsOf({ uploads }: Summary, { files }: Repository): FileCount {
  if (!uploads.length) return { present: 0, missing: 0 }
  const isStored = uploads.some((name) => files.named(name).length > 0)
  return isStored ? { present: 1, missing: 0 } : { present: 0, missing: 1 }
}
