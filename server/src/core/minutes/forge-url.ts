import { relativePath } from '../text/path.ts'

/** A URL of a forge (GitHub, GitLab, Gitea and Forgejo), taken apart. */
export interface ForgeUrl {
  /** The repository's own URL, without a slash at its end. */
  readonly repository: string
  /** What the URL shows: a file, a folder, or a change that waits to be merged. */
  readonly view: 'file' | 'folder' | 'change'
  /** Branch (or tag, or commit) and path as one, decoded, without a slash at the end: a branch's name may have slashes itself. */
  readonly refAndPath: string
  /** Without `#`, decoded. Empty when there is none. */
  readonly fragment: string
}

/** Which repository of a forge holds the minutes, and on which branch. */
export interface Forge {
  /** The repository's own URL, without a slash at its end. */
  readonly url: string
  readonly branch: string
}

const browsed =
  /^https?:\/\/(?:www\.)?([^/\s]+\/[^\s]+?)\/(?:-\/)?((?:src|raw|media|blame|_edit)\/(?:branch|tag|commit)|blob|tree|raw|edit|_edit|blame)\/([^\s?#]*)(?:\?[^\s#]*)?(?:#(.*))?$/
const plain = /^https?:\/\/raw\.githubusercontent\.com\/([^/\s?#]+\/[^/\s?#]+)\/([^\s?#]+)(?:\?[^\s#]*)?(?:#(.*))?$/
const waiting = /^https?:\/\/([^/\s]+\/[^\s]+?)\/(?:-\/)?(?:pull|pulls|merge_requests)\/[0-9]+(?:[/?#].*)?$/

/** Takes a forge's URL apart; `undefined` for every other URL. */
export function parseForgeUrl(url: string): ForgeUrl | undefined {
  const file = browsed.exec(url)
  if (file) {
    const view = file[2] === 'tree' ? 'folder' : 'file'
    return { repository: `https://${file[1]}`, view, refAndPath: pathIn(file[3]!), fragment: decoded(file[4] ?? '') }
  }
  const raw = plain.exec(url)
  if (raw) {
    const repository = `https://github.com/${raw[1]}`
    return { repository, view: 'file', refAndPath: pathIn(raw[2]!), fragment: decoded(raw[3] ?? '') }
  }
  const change = waiting.exec(url)
  return change ? { repository: `https://${change[1]}`, view: 'change', refAndPath: '', fragment: '' } : undefined
}

/** GitHub writes branches and tags in full where their names could be anything: `refs/heads/main`. */
function pathIn(written: string): string {
  return decoded(written)
    .replace(/(?<!\/)\/+$/, '')
    .replace(/^refs\/(?:heads|tags)\//, '')
}

/** The URL of one of the repository's files; the path is relative to the repository. */
export function fileUrl(forge: Forge, path: string): string {
  return `${viewUrl(forge, 'blob')}/${encodedPath(path)}`
}

export function folderUrl(forge: Forge, path: string): string {
  return `${viewUrl(forge, 'tree')}/${encodedPath(path)}`
}

/** A path as it stands in a URL. Half of a pair of UTF-16 units, which no URL can hold, becomes the sign for what is unknown. */
export function encodedPath(path: string): string {
  return encodeURI(path.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F')
}

/** The way from a folder to a path, as it stands in a URL: what would be read as a scheme has `./` before it. */
export function relativeUrl(folder: string, path: string): string {
  return notScheme(encodedPath(relativePath(folder, path)))
}

/** A relative path that nobody takes for a URL with a scheme. */
export function notScheme(path: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(path) ? `./${path}` : path
}

/** Decodes percent signs where they make sense, and leaves them where they do not. */
export function decoded(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/gi, decodedPiece) : text
}

function decodedPiece(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}

function viewUrl({ url, branch }: Forge, view: 'blob' | 'tree'): string {
  if (/^https:\/\/(?:[^/]+\.)?gitlab\./.test(url)) return `${url}/-/${view}/${branch}`
  if (/^https:\/\/(?:codeberg\.org|(?:[^/]+\.)?(?:gitea|forgejo)\.)/.test(url)) return `${url}/src/branch/${branch}`
  return `${url}/${view}/${branch}`
}
