import { decoded, type Forge, fileUrl } from '../../minutes/forge-url.ts'
import { type LinkWay, linkWay } from '../../repository/link-way.ts'
import { folderOf, nameOf, relativePath } from '../../text/path.ts'
import type { Completion, Place } from './completion.ts'
import { isAskedAgain } from './cut-list.ts'
import { describeFile, fits, type LinkFile, likelyFiles, urlOf } from './link-files.ts'
import { type AddressPlace, addressAt } from './link-place.ts'
import { continued, encodedUrl, pathAs } from './typed-path.ts'

/**
 * Where the URL of a link is typed: the files of the repository, as URLs or as paths. Paths are left out where the editor offers them itself.
 * `undefined` where no URL is typed.
 */
export function completeAddress(place: Place): Completion[] | undefined {
  const { minutes, repository } = place
  const address = addressAt(minutes, place.offset)
  if (!address || address.image || address.typed.includes('#')) return undefined
  const way = wayAt(address, place)
  if (!way) return []
  const read = readerAt(address, way, place)
  const own = folderOf(minutes.path)
  const likely = likelyFiles(place, address.typed, (file): Completion | undefined => {
    const fitting = read(file)
    if (!fitting) return undefined
    const { kind, path } = file
    const newText = address.write(fitting.url)
    const blank = newText.startsWith(' ') ? ' ' : ''
    return {
      kind,
      path,
      ...describeFile(file, repository),
      label: way === 'url' ? path : relativePath(own, path),
      span: address.span,
      newText,
      filterText: blank + address.lead + fitting.filter,
    }
  })
  const asksAgain = isAskedAgain(likely.isCut, place) || mayBecomeOther(address, place)
  const files = likely.files.map((file) => ({ ...file, asksAgain }))
  return hasScheme.test(address.typed) || isPath.test(address.typed) ? withShortLabels(files) : files
}

/** Where all files stand in the folder that has been typed, it goes without saying. */
function withShortLabels(files: readonly Completion[]): Completion[] {
  const isOne = new Set(files.map(({ label }) => folderOf(label))).size === 1
  return files.map((file) => (isOne ? { ...file, label: nameOf(file.label) } : file))
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i
const isPath = /^[./]|\//

/** How the file is to be linked; `undefined` where it is another link, or the editor's own business. */
function wayAt({ form, typed }: AddressPlace, { minutes, repository, hostReadsMarkdown }: Place): LinkWay | undefined {
  const { forge } = repository
  if (hasScheme.test(typed)) return forge && isOfForge(typed, forge.url) ? 'url' : undefined
  if (form === 'autolink')
    return forge && minutes.facts.links.some(({ kind }) => kind === 'autolink') ? 'url' : undefined
  const way = isPath.test(typed) ? 'path' : linkWay(minutes.path, repository)
  return way === 'path' && hostReadsMarkdown ? undefined : way
}

/** Whether a URL is the beginning of those of the forge, or goes on behind it. */
function isOfForge(typed: string, forge: string): boolean {
  const [url, home] = [typed.toLowerCase(), `${forge.toLowerCase()}/`]
  return url.startsWith(home) || home.startsWith(url)
}

/**
 * Whether the next letters may say that another link is meant: a path instead of a URL, or a site elsewhere. Then Enter must not take what the
 * editor still finds in them.
 */
function mayBecomeOther({ form, typed }: AddressPlace, { repository, hostReadsMarkdown }: Place): boolean {
  const { forge } = repository
  if (!forge) return false
  if (form === 'bare' || form === 'autolink') return !typed.toLowerCase().startsWith(`${forge.url.toLowerCase()}/`)
  return !typed && !hostReadsMarkdown
}

interface Fitting {
  readonly url: string
  /** What is compared with what has been typed. */
  readonly filter: string
}

/** What becomes of a file, if what has been typed fits it. */
function readerAt(
  { typed }: AddressPlace,
  way: LinkWay,
  { minutes, repository }: Place,
): (file: LinkFile) => Fitting | undefined {
  const { forge } = repository
  const fitting = (filter: string | undefined, url: (path: string) => string, path: string) =>
    filter === undefined ? undefined : { url: url(path), filter }
  const urlTo = (path: string) => urlOf(path, minutes.path, way, repository)
  if (forge && hasScheme.test(typed)) {
    const home = decoded(homeIn(typed, forge))
    return ({ path }) => fitting(continued(typed, home + path), urlTo, path)
  }
  if (isPath.test(typed)) {
    const own = folderOf(minutes.path)
    return ({ path }) => {
      const whole = pathAs(typed, own, path)
      return fitting(continued(typed, whole), encodedUrl, whole)
    }
  }
  return ({ path, words }) => fitting(fits(words, typed) ? words : undefined, urlTo, path)
}

/** What stands before the path in a URL that has been typed so far, whatever view of the file it asks for. */
function homeIn(typed: string, forge: Forge): string {
  const usual = fileUrl(forge, '')
  const branch = `/${forge.branch}/`
  const at = typed.indexOf(branch, forge.url.length)
  return at < 0 || typed.toLowerCase().startsWith(usual.toLowerCase()) ? usual : typed.slice(0, at) + branch
}
