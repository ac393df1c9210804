import { badScheme } from '../../minutes/dead-link.ts'
import { type MalformedLink, malformedLinks } from '../../minutes/malformed-link.ts'
import { edit, type Fix } from '../../repository/fix.ts'
import type { Repository } from '../../repository/repository.ts'
import { slice, span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'malformed-link',
  title: 'Link that is none',
  severity: 'warning',
  fix: 'safe',
  scope: 'markdown',
  options: noOptions,
  messages: {
    gap: 'A blank parts text and URL, so readers see brackets and no link. Remove the blank.',
    empty: 'This link has no URL, so it leads nowhere. Fill one in, or drop the brackets.',
    unclosed: 'The ")" of this link is missing, so readers see brackets. Close it behind the URL.',
    unopened: 'The "(" of this link is missing, so readers see brackets. Open it before the URL.',
    blank: 'A URL has no blanks, so readers see brackets and no link. Write them as "%20".',
    swapped: 'Brackets and parentheses are swapped, so readers see both and no link. Write "[text](URL)".',
    scheme: 'The URL begins with "{scheme}", so it leads nowhere. Begin it with "{right}".',
  },
  *check({ minutes, repository }) {
    const { text, path } = minutes
    for (const link of malformedLinks(minutes, (url) => leadsToFile(url, path, repository))) {
      if (link.fault === 'empty' && repository.habits.leavesLinksEmpty) continue
      const data = link.fault === 'scheme' ? schemesOf(link, text) : undefined
      yield { span: link.span, message: link.fault, ...(data && { data }), fixes: () => [fixOf(link, text, path)] }
    }
  },
})

function leadsToFile(url: string, from: string, repository: Repository): boolean {
  const target = repository.targetOf(url, from)
  return target.kind === 'relative' && repository.files.has(target.path)
}

const titles: Readonly<Record<Exclude<MalformedLink['fault'], 'scheme'>, string>> = {
  gap: 'Remove the blank',
  empty: 'Drop the brackets',
  unclosed: 'Close the parenthesis',
  unopened: 'Open the parenthesis',
  blank: 'Write the blanks as %20',
  swapped: 'Swap brackets and parentheses',
}

function fixOf(link: MalformedLink, text: string, path: string): Fix {
  const { fault, sure } = link
  return {
    title: fault === 'scheme' ? `Begin the URL with ${schemesOf(link, text).right}` : titles[fault],
    safety: sure && fault !== 'empty' ? 'safe' : 'suggested',
    edits: [edit(path, link.span, mended(link, text))],
  }
}

/** An image keeps its `!`, and a link its title. */
function mended({ fault, span: whole, text: shown, destination }: MalformedLink, text: string): string {
  const words = slice(text, shown)
  if (fault === 'empty') return words
  const url = slice(text, destination)
  const mark = text[whole.start] === '!' ? '!' : ''
  if (fault === 'scheme') {
    const { scheme, right } = schemesOf({ destination }, text)
    const behind = text.slice(destination.start + scheme.length, whole.end)
    return slice(text, span(whole.start, destination.start)) + right + behind
  }
  return `${mark}[${words}](${fault === 'blank' ? url.replace(/[ \t]/g, '%20') : url})`
}

/** What is wrong at the beginning of a URL, and what is right: `http://` where no "s" says otherwise. */
function schemesOf({ destination }: Pick<MalformedLink, 'destination'>, text: string) {
  const scheme = badScheme.exec(slice(text, destination))![0]
  return { scheme, right: /^h*ttp(?!s)[^s]*$/i.test(scheme) ? 'http://' : 'https://' }
}
