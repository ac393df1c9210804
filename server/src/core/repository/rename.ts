import { decoded, encodedPath } from '../minutes/forge-url.ts'
import { folderOf, nameOf, relativePath } from '../text/path.ts'
import { edit, type FileEdit, type Fix } from './fix.ts'
import type { Repository } from './repository.ts'

/** Renames a file; the links that lead to it, and its own relative ones, follow. */
export function renameFix(repository: Repository, from: string, to: string): Fix {
  const edits = [...inboundEdits(repository, from, to), ...ownEdits(repository, from, to)]
  const others = new Set(edits.map(({ path }) => path))
  others.delete(from)
  const follow = others.size
    ? ` and update the links in ${others.size === 1 ? 'one file' : `${others.size} files`}`
    : ''
  return { title: `Rename the file to ${nameOf(to)}${follow}`, safety: 'suggested', edits, rename: { from, to } }
}

function inboundEdits(repository: Repository, from: string, to: string): FileEdit[] {
  const edits: FileEdit[] = []
  for (const { from: linker, url, span, ref } of repository.backlinks(from)) {
    // Another version of the repository keeps the old name.
    if (ref !== undefined) continue
    // A link that names no file leads to its own, whatever that is called.
    if (/^(?:[?#]|$)/.test(url)) continue
    const renamed = renamedUrl(url, linker, from, to)
    if (renamed !== url) edits.push(edit(linker, span, renamed))
  }
  return edits
}

function renamedUrl(url: string, linker: string, from: string, to: string): string {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(url)!
  if (url.startsWith('/')) return `/${encodedPath(to)}${rest}`
  const folder = folderOf(linker === from ? to : linker)
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return encodedPath(relativePath(folder, to)) + rest
  return withPath(path!, from, to) + rest
}

/** The URL of another file, written as that of the file `from` is; without query and fragment. */
export function withPath(page: string, from: string, to: string): string {
  for (let slash = page.indexOf('/'); slash >= 0; slash = page.indexOf('/', slash + 1)) {
    // However the path is encoded: `cr%26ne/` and `cr&ne/` are one folder.
    if (decoded(page.slice(slash + 1)) === from) return page.slice(0, slash + 1) + encodedPath(to)
  }
  return page
}

/** A file that moves to another folder keeps its relative links alive. */
function ownEdits(repository: Repository, from: string, to: string): FileEdit[] {
  if (folderOf(from) === folderOf(to)) return []
  const edits: FileEdit[] = []
  for (const { url, span } of repository.summary(from)?.links ?? []) {
    const target = repository.targetOf(url, from)
    if (target.kind !== 'relative' || target.path === from || url.startsWith('/')) continue
    const rest = /[?#].*$/s.exec(url)?.[0] ?? ''
    edits.push(edit(from, span, encodedPath(relativePath(folderOf(to), target.path)) + rest))
  }
  return edits
}
