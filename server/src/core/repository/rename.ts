import { encodedPath } from '../minutes/forge-url.ts'
import { replace, type TextEdit } from '../text/edit.ts'
import { folderOf, nameOf } from '../text/path.ts'
import { spanOf } from '../text/span.ts'
import { edit, type FileEdit, type Fix } from './fix.ts'
import type { Lead } from './lead.ts'
import { type Moves, movedPath, moverOf, pathsThatMove } from './moves.ts'
import { isUnfinished } from './relative-links.ts'
import type { Repository } from './repository.ts'
import type { SummaryLink } from './summary.ts'
import { followingPath, pathStart } from './written-path.ts'

/** Renames a file; the links that lead to it, and its own relative ones, follow. */
export function renameFix(repository: Repository, from: string, to: string): Fix {
  const edits = moveEdits(repository, new Map([[from, to]]))
  const others = new Set(edits.map(({ path }) => path))
  others.delete(from)
  const follow = others.size
    ? ` and update the links in ${others.size === 1 ? 'one file' : `${others.size} files`}`
    : ''
  return { title: `Rename the file to ${nameOf(to)}${follow}`, safety: 'suggested', edits, rename: { from, to } }
}

/**
 * What keeps every link alive when files and folders move, all of them at once: the links to what moves follow, and so do those in it. Edits
 * name the old paths. Where the editor itself mends the paths that one of the moves would break, `mended` has its old path.
 */
export function moveEdits(repository: Repository, moves: Moves, mended: ReadonlySet<string> = nothing): FileEdit[] {
  const isMended = (path: string) => mended.has(moverOf(moves, path) ?? '')
  return [...linksThatMove(repository, pathsThatMove(moves, repository.files))].flatMap(({ from, link }) => {
    const target = targetThatMoves(link, from, repository)
    if (!target || (target.by === 'path' && (isMended(from) || isMended(target.path)))) return []
    const url = followingUrl(link, from, target, moves)
    return url === link.url ? [] : edit(from, spanOf(link), url)
  })
}

const nothing: ReadonlySet<string> = new Set()
const nowhere: Moves = new Map()

/** What keeps the links of a file alive in a text that is made of it for another path. What leads nowhere is left as it is. */
export function copyEdits(repository: Repository, from: string, to: string): TextEdit[] {
  if (folderOf(from) === folderOf(to)) return []
  const { links = [], pictures = [] } = repository.summary(from) ?? {}
  return [...links, ...pictures].flatMap((link) => {
    const target = repository.leadOf(link.url, from) && targetThatMoves(link, from, repository)
    const url = target ? followingUrl(link, from, target, nowhere, to) : link.url
    return url === link.url ? [] : replace(spanOf(link), url)
  })
}

/** The URL of another file, written as that of the file `from` is; without query and fragment. */
export function withPath(page: string, from: string, to: string): string {
  const start = pathStart(page, from)
  return start === undefined ? page : page.slice(0, start) + encodedPath(to)
}

interface LinkOfFile {
  readonly from: string
  readonly link: SummaryLink
}

/** The links in files that move, and those of all others to them. */
function* linksThatMove(repository: Repository, moving: ReadonlySet<string>): Generator<LinkOfFile> {
  for (const path of moving) {
    const { links = [], pictures = [] } = repository.summary(path) ?? {}
    for (const link of links) yield { from: path, link }
    for (const link of pictures) yield { from: path, link }
    for (const link of repository.backlinks(path)) if (!moving.has(link.from)) yield { from: link.from, link }
  }
}

/** Of a path that a file system takes, all of it encoded. */
const longestUrl = 20_000

interface MovingTarget extends Pick<Lead, 'path' | 'by'> {
  /** The path as the link has it, which may be capitalised otherwise than that of the file. */
  readonly written: string
}

/** `undefined` for a link that leads to another version of the repository, which keeps its names, or out of it. */
function targetThatMoves({ url }: SummaryLink, from: string, repository: Repository): MovingTarget | undefined {
  if (url.length > longestUrl) return undefined
  const lead = repository.leadOf(url, from)
  const target = repository.targetOf(url, from)
  if (lead?.ref !== undefined || !('path' in target)) return undefined
  // What nobody has finished yet names no file; what names none leads to its own, whatever that is called.
  if ((!lead && isUnfinished(url)) || /^(?:[?#]|$)/.test(url)) return undefined
  const by = target.kind === 'repository' ? 'url' : 'path'
  return { path: lead?.path ?? target.path, by, written: target.path }
}

function followingUrl(
  { url, within }: SummaryLink,
  from: string,
  target: MovingTarget,
  moves: Moves,
  to = movedPath(moves, from),
): string {
  const [, page, rest] = /^([^?#]*)(.*)/s.exec(url) as unknown as [string, string, string]
  // In a URL, the slash before the path stands for the repository.
  const start = target.by === 'url' ? (pathStart(page, target.written) ?? 0) - 1 : 0
  if (start < 0) return url
  const home = { before: folderOf(from), after: folderOf(to) }
  // What stands behind the path ends the URL.
  const around = within === 'prose' && rest ? 'brackets' : within
  const path = followingPath(page.slice(start), home, movedPath(moves, target.path), moves, around)
  return page.slice(0, start) + path + rest
}
