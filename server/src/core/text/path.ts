/** The folder of a path, without a slash at its end; empty for a path without folders. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is that of a hidden file or of a package, or lies in such a folder. Hosts do not list them, so nothing is known of them. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.|node_modules(?:\/|$))/.test(path)
}

/** A path joined to a folder, `.` and `..` resolved; `undefined` when it leads out of the repository. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** The way from a folder to a path, both relative to the repository. */
export function relativePath(folder: string, path: string): string {
  const from = folder ? folder.split('/') : []
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
