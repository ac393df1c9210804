import { type Span, slice } from '../text/span.ts'
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

/** The account whose profile the link around a handle shows. */
export function linkedProfile(text: string, handle: Handle): string | undefined {
  const span = linkedAccount(text, handle)
  return span && slice(text, span)
}

/** The place of an account's name in the URL of the link around a handle, if that shows a profile. */
export function linkedAccount(text: string, { link }: Handle): Span | undefined {
  const account = link && profiledAccount(slice(text, link.destination))
  if (!link || account === undefined) return undefined
  const end = link.destination.end - (text[link.destination.end - 1] === '/' ? 1 : 0)
  return { start: end - account.length, end }
}

/** The account whose profile a URL shows. An organisation has one too. */
export function profiledAccount(url: string): string | undefined {
  const found = profile.exec(url)
  if (!found || !forges.test(found[1]!.toLowerCase()) || pages.has(found[2]!.toLowerCase())) return undefined
  return found[2]
}
