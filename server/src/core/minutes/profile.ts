import { slice } from '../text/span.ts'
import type { Handle } from './handle.ts'

const forges =
  /^(?:www\.)?(?:github|gitlab|codeberg|bitbucket|gitea|sr)\.(?:com|org|ht)$|^(?:git|gitlab|gitea|forgejo|code)\./
const profile = /^https?:\/\/([^/\s?#@]+)\/(?:~|u\/)?([^/\s?#]+)\/?$/i
/** Pages of GitHub and GitLab that are nobody's profile. */
const pages = new Set(
  'about apps collections dashboard enterprise events explore features groups help issues login marketplace new notifications orgs pricing projects pulls search security settings site sponsors stars team topics trending users'.split(
    ' ',
  ),
)

/** The account whose profile a URL shows: `https://github.com/name`. `undefined` for every other URL. */
function profileOf(url: string): string | undefined {
  const found = profile.exec(url)
  if (!found || !forges.test(found[1]!.toLowerCase())) return undefined
  return pages.has(found[2]!.toLowerCase()) ? undefined : found[2]
}

/** The account whose profile the link around a handle shows. */
export function linkedProfile(text: string, { link }: Handle): string | undefined {
  return link && profileOf(slice(text, link.destination))
}
