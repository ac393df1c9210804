import { decoded } from '../minutes/forge-url.ts'
import { isPictureFile, withoutQuery } from '../minutes/picture.ts'
import { folderOf, isHidden, joinPath, nameOf } from '../text/path.ts'
import type { FileSet } from './files.ts'
import { slipsInName } from './nearest.ts'
import { isOfSite } from './site.ts'

/**
 * The path at which the picture of a relative URL should be and is not; `undefined` when it is there, or when nothing can be said of it: it
 * leads out of the repository or into a hidden folder, which is not read, or a site generator decides where it leads.
 */
export function missingPicture(url: string, from: string, files: FileSet): string | undefined {
  const written = withoutQuery(url)
  const path = joinPath(folderOf(from), decoded(written))
  if (!path || files.has(path) || isHidden(path) || isOfSite(from, files)) return undefined
  const literal = joinPath(folderOf(from), written)
  return literal && files.has(literal) ? undefined : path
}

const mostNear = 3
const shortestStem = 5

/** The pictures that a path which leads nowhere may mean, the likeliest first. */
export function nearestPictures(path: string, files: FileSet): string[] {
  const near: { file: string; far: number }[] = []
  for (const file of files) {
    const far = isPictureFile(file) ? farness(path, file) : undefined
    if (far !== undefined) near.push({ file, far })
  }
  near.sort((a, b) => a.far - b.far || a.file.length - b.file.length)
  return near.slice(0, mostNear).map(({ file }) => file)
}

/** The same name counts everywhere; one that is merely similar, in the same folder. */
function farness(path: string, file: string): number | undefined {
  const [name, other] = [nameOf(path), nameOf(file)]
  if (name === other) return 0
  const sameFolder = folderOf(path) === folderOf(file)
  const [lower, otherLower] = [name.toLowerCase(), other.toLowerCase()]
  if (lower === otherLower) return sameFolder ? 0 : 1
  const [stem, otherStem] = [withoutEnding(lower), withoutEnding(otherLower)]
  const slips = sameFolder ? slipsInName(stem, otherStem) : undefined
  return slips === 0 || (slips && stem.length >= shortestStem) ? 1 + slips : undefined
}

function withoutEnding(name: string): string {
  return name.slice(0, name.lastIndexOf('.'))
}
