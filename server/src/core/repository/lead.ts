import { type Forge, parseForgeUrl } from '../minutes/forge-url.ts'
import type { FileSet } from './files.ts'
import { targetOf } from './target.ts'

/** Which file or folder of the repository a link leads a reader to. It is there. */
export interface Lead {
  readonly kind: 'file' | 'folder'
  readonly path: string
  /** Without `#`, decoded. Empty when there is none. */
  readonly fragment: string
  /** How the link says it: by the URL on the forge, or by a path. */
  readonly by: 'url' | 'path'
  /** The tag, commit or other branch that a URL names: there, the file may say something else than here. */
  readonly ref: string | undefined
}

/** The longest path that any file system takes. */
const longestPath = 4096

/**
 * Where a link in the file `from` leads. It is more lenient than what is said of faults: any branch, tag or commit of the repository's own
 * forge will do, and any capitalisation or normal form of a name that only one file has. `undefined` for what is not here.
 */
export function leadOf(url: string, from: string, forge: Forge | undefined, files: FileSet): Lead | undefined {
  const has = (path: string) => files.has(path) || files.hasFolder(path)
  const target = targetOf(url, from, forge, has)
  if (target.kind === 'repository' || target.kind === 'relative') {
    const { path, fragment } = target
    return lead(path, fragment, target.kind === 'repository' ? 'url' : 'path', undefined, files)
  }
  return target.kind === 'elsewhere' && forge ? otherLead(url, forge, files) : undefined
}

/** A URL of the repository itself, or of another branch: which part of it is the branch is told by what is there. */
function otherLead(url: string, forge: Forge, files: FileSet): Lead | undefined {
  if (!/^https?:/i.test(url)) return undefined
  const home = url.replace(/[?#].*/s, '').replace(/\/$/, '')
  if (home.toLowerCase() === forge.url.toLowerCase()) return lead('', '', 'url', undefined, files)
  const parsed = parseForgeUrl(url)
  if (!parsed || parsed.repository.toLowerCase() !== forge.url.toLowerCase()) return undefined
  const { refAndPath, fragment } = parsed
  if (refAndPath.length > longestPath) return undefined
  if (!refAndPath.includes('/')) return lead('', fragment, 'url', refAndPath, files)
  for (let slash = refAndPath.indexOf('/'); slash >= 0; slash = refAndPath.indexOf('/', slash + 1)) {
    const found = lead(refAndPath.slice(slash + 1), fragment, 'url', refAndPath.slice(0, slash), files)
    if (found) return found
  }
  return undefined
}

function lead(
  path: string,
  fragment: string,
  by: Lead['by'],
  ref: string | undefined,
  files: FileSet,
): Lead | undefined {
  if (files.has(path)) return { kind: 'file', path, fragment, by, ref }
  if (files.hasFolder(path)) return { kind: 'folder', path, fragment, by, ref }
  const like = files.like(path)
  return like === undefined ? undefined : { kind: 'file', path: like, fragment, by, ref }
}
