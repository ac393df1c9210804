import type { Handle } from '../../minutes/handle.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { linkedProfile } from '../../minutes/profile.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { likenessOf, spellingOf } from '../../repository/likeness.ts'
import type { Repository } from '../../repository/repository.ts'
import { slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'mismatched-handle-link',
  title: 'Handle that links the profile of somebody else',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    mismatched:
      'This says @{name}, but leads to the profile of @{profile}: readers take the one for the other. Link @{name}, or write @{profile}.',
  },
  *check({ minutes, repository }) {
    for (const handle of minutes.handles) {
      const profile = linkedProfile(minutes.text, handle)
      if (profile === undefined || !isTextOfLink(minutes.text, handle)) continue
      if (!isSomebodyElse(handle.name, profile, repository)) continue
      yield {
        span: handle.link!.span,
        message: 'mismatched',
        data: { name: handle.name, profile },
        fixes: () => fixesOf(handle, profile, minutes, repository),
      }
    }
  },
})

/** Whether a link's text is the handle and nothing else but emphasis. */
function isTextOfLink(text: string, { span, link }: Handle): boolean {
  const rest = text.slice(link!.text.start, span.start) + text.slice(span.end, link!.text.end)
  return link!.kind === 'inline' && /^[\s*_]*$/.test(rest)
}

/**
 * Whether the two are known to be different, or one is the other mistyped. Else `@Jane` may be what people call somebody, linked to her
 * account; and the account may be that of an organisation.
 */
function isSomebodyElse(name: string, profile: string, { people, forge }: Repository): boolean {
  const [named, linked] = [people.of(name), people.of(profile)]
  if (name.toLowerCase() === profile.toLowerCase() || (named && named === linked)) return false
  if (forge?.url.toLowerCase().split('/')[3] === profile.toLowerCase()) return false
  if (linked !== undefined || named?.confirmed) return true
  return likenessOf(spellingOf(name), spellingOf(profile)) !== undefined
}

/** Who is better known is likelier meant; of two who are known, the one that was written. */
function fixesOf(handle: Handle, profile: string, { path, text }: Minutes, { people }: Repository): Fix[] {
  const { name, span, link } = handle
  const url = slice(text, link!.destination)
  const before = text.slice(link!.span.start, link!.destination.start) + url.slice(0, url.lastIndexOf(profile))
  const behind = text.slice(link!.destination.start + url.lastIndexOf(profile) + profile.length, link!.span.end)
  const relink = suggestion(`Link the profile of @${name}`, path, link!.span, before + name + behind)
  const rename = suggestion(`Write @${profile}`, path, span, `@${profile}`)
  const isKnown = (handle: string) => (people.of(handle)?.count ?? 0) > 1 || people.of(handle)?.confirmed
  return isKnown(profile) && !isKnown(name) ? [rename, relink] : [relink, rename]
}
