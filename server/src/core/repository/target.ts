import { decoded, type Forge, parseForgeUrl } from '../minutes/forge-url.ts'
import { folderOf, joinPath } from '../text/path.ts'

/** Where a link leads, as far as the repository is concerned. */
export type Target =
  /** A URL of the repository's own forge. `branchMissing`: what should be the branch is the first part of a path. */
  | {
      readonly kind: 'repository'
      readonly view: 'file' | 'folder'
      readonly path: string
      readonly fragment: string
      readonly branchMissing: boolean
    }
  /** A change of the repository's own that waits to be merged, or has been. */
  | { readonly kind: 'change' }
  /** A path relative to the file. */
  | { readonly kind: 'relative'; readonly path: string; readonly fragment: string }
  /** Everything else, other branches of the repository included: nothing can be said of it here. */
  | { readonly kind: 'elsewhere' }

const elsewhere: Target = { kind: 'elsewhere' }

/**
 * Where the URL of a link in the file `from` leads. `exists` says whether the repository has a file or folder; it decides what the first
 * part of a path is.
 */
export function targetOf(
  url: string,
  from: string,
  forge: Forge | undefined,
  exists: (path: string) => boolean,
): Target {
  const meant = unescaped(url)
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(meant)) return forge ? forgeTarget(meant, forge, exists) : elsewhere
  const [path, fragment] = splitFragment(meant)
  if (!path) return { kind: 'relative', path: from, fragment }
  const joined = path.startsWith('/') ? joinPath('', path) : joinPath(folderOf(from), path)
  return joined === undefined ? elsewhere : { kind: 'relative', path: joined, fragment }
}

function forgeTarget(url: string, forge: Forge, exists: (path: string) => boolean): Target {
  const parsed = parseForgeUrl(url)
  if (!parsed || parsed.repository.toLowerCase() !== forge.url.toLowerCase()) return elsewhere
  const { view, refAndPath, fragment } = parsed
  if (view === 'change') return { kind: 'change' }
  if (refAndPath === forge.branch) return { kind: 'repository', view, path: '', fragment, branchMissing: false }
  if (refAndPath.startsWith(`${forge.branch}/`)) {
    return { kind: 'repository', view, path: refAndPath.slice(forge.branch.length + 1), fragment, branchMissing: false }
  }
  return leadsWithoutBranch(refAndPath, exists)
    ? { kind: 'repository', view, path: refAndPath, fragment, branchMissing: true }
    : elsewhere
}

/** A branch may be named like a folder (`docs/new-charter`): only a path that is there is surely no branch. */
function leadsWithoutBranch(refAndPath: string, exists: (path: string) => boolean): boolean {
  return exists(refAndPath) || exists(`${refAndPath}.md`)
}

/** Editors that convert to Markdown escape what needs no escape: `sig\_docs`. */
export function unescaped(url: string): string {
  return url.includes('\\') ? url.replace(/\\([!-/:-@[-`{-~])/g, '$1') : url
}

function splitFragment(url: string): [path: string, fragment: string] {
  const hash = url.indexOf('#')
  const path = (hash < 0 ? url : url.slice(0, hash)).replace(/\?.*/s, '')
  return [decoded(path), hash < 0 ? '' : decoded(url.slice(hash + 1))]
}
