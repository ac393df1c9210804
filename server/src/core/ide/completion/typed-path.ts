import { decoded, encodedPath, notScheme } from '../../minutes/forge-url.ts'
import { withoutBrackets } from '../../text/brackets.ts'
import { relativePath } from '../../text/path.ts'

/** A path from the folder of a file as the typed one begins: `./…`, or `/…` from the repository's root. */
export function pathAs(typed: string, folder: string, path: string): string {
  if (typed.startsWith('/')) return `/${path}`
  const relative = relativePath(folder, path)
  return typed.startsWith('./') ? `./${relative}` : notScheme(relative)
}

/** A path as it stands in a link: no bracket around it ends within it. */
export function encodedUrl(path: string): string {
  return withoutBrackets(encodedPath(path))
}

/**
 * What has been typed of a URL, with the rest of it, which is given as names are, not as URLs are; `undefined` where it does not begin so.
 * An editor compares it with what is typed next: letters stand in it, and no numbers of letters.
 */
export function continued(typed: string, whole: string): string | undefined {
  const begun = decoded(typed)
  if (begins(whole, begun)) return typed + readable(encodedUrl(whole.slice(begun.length)))
  // Half of a letter's number is none yet.
  const url = typed.includes('%') ? encodedUrl(whole) : ''
  return url && begins(url, typed) ? url : undefined
}

/** A URL as people type it: letters are no numbers. */
export function readable(url: string): string {
  return url.replace(/(?:%[89a-f][0-9a-f])+/gi, decoded)
}

function begins(whole: string, typed: string): boolean {
  return whole.slice(0, typed.length).toLowerCase() === typed.toLowerCase()
}
