import { getOrInsert } from '../collections.ts'
import type { Forge } from '../minutes/forge-url.ts'
import { sameForge } from './forge.ts'
import { isMissing, isOfDocument, isOfLastMeeting, isOfLaterMeeting, relativeTarget } from './relative-links.ts'
import { missingPicture } from './relative-pictures.ts'
import type { Repository } from './repository.ts'
import type { Summary } from './summary.ts'
import { leavesUploads } from './uploads.ts'

/** How many links of a kind lead to a file that is there, and to one that is not. */
export interface LinkCount {
  readonly present: number
  readonly missing: number
}

/** Fewer may have gone wrong one by one. */
const fewest = 3

/**
 * What the files link and show and the repository does not have: a community that has moved it, or keeps it elsewhere, knows, and need not be
 * told at each link. A file is looked through once, until it or the list of all files changes.
 */
export class Absences {
  readonly #repository: Repository
  readonly #relativeLinks = new Map<string, FileCount>()
  readonly #repositoryLinks = new Map<string, FileCount>()
  readonly #pictures = new Map<string, FileCount>()
  #known: { relativeLinks?: LinkCount; repositoryLinks?: LinkCount; pictures?: LinkCount; leavesUploads?: boolean } = {}
  /** With which the links to the repository were counted. */
  #forge: Forge | undefined

  constructor(repository: Repository) {
    this.#repository = repository
  }

  /** The relative links that name a document. */
  get relativeLinks(): LinkCount {
    this.#known.relativeLinks ??= this.#sum(this.#relativeLinks, relativeLinksOf)
    return this.#known.relativeLinks
  }

  /** The URLs of the repository's own files. Those of meetings to come are not counted. */
  get repositoryLinks(): LinkCount {
    this.#known.repositoryLinks ??= this.#countRepositoryLinks()
    return this.#known.repositoryLinks
  }

  /** Whether most of the pictures that files show by a relative path are not there. */
  get lacksPictures(): boolean {
    this.#known.pictures ??= this.#sum(this.#pictures, picturesOf)
    const { present, missing } = this.#known.pictures
    return missing >= fewest && missing > present
  }

  /** Whether the pictures are left on the pad. */
  get leavesUploads(): boolean {
    this.#known.leavesUploads ??= leavesUploads(this.#repository.summaries, this.#repository.files)
    return this.#known.leavesUploads
  }

  /** A file may link and show something else now. */
  forget(path: string): void {
    for (const counts of [this.#relativeLinks, this.#repositoryLinks, this.#pictures]) counts.delete(path)
    this.#known = {}
  }

  /** There are other files now, so links of any file may lead elsewhere. */
  forgetAll(): void {
    for (const counts of [this.#relativeLinks, this.#repositoryLinks, this.#pictures]) counts.clear()
    this.#known = {}
  }

  #countRepositoryLinks(): LinkCount {
    const { forge } = this.#repository
    if (!sameForge(forge, this.#forge)) this.#repositoryLinks.clear()
    this.#forge = forge
    return this.#sum(this.#repositoryLinks, repositoryLinksOf)
  }

  #sum(counts: Map<string, FileCount>, count: (file: Summary, repository: Repository) => FileCount): LinkCount {
    const repository = this.#repository
    const sum = { present: 0, missing: 0 }
    for (const summary of repository.summaries) {
      if (summary.kind === 'template') continue
      const { present, missing, later = 0 } = getOrInsert(counts, summary.path, () => count(summary, repository))
      sum.present += present
      sum.missing += missing
      // What is yet to come depends on the other meetings.
      if (later && !isOfLastMeeting(summary, repository)) sum.missing += later
    }
    return sum
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
