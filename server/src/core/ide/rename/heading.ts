import { encodedPath } from '../../minutes/forge-url.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { anchorOn, headingFinder } from '../../repository/anchor.ts'
import type { Backlink } from '../../repository/backlinks.ts'
import { edit, type FileEdit } from '../../repository/fix.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Heading } from '../../syntax/facts.ts'
import { skim } from '../../syntax/skim.ts'
import { applyEdits } from '../../text/edit.ts'
import { contains, slice } from '../../text/span.ts'
import type { Refusal, Renaming } from './renaming.ts'

/**
 * Gives a heading another title. The links to its anchor follow, and so do those to other headings of the file whose anchors get another
 * number by it.
 */
export function renamedHeading(
  heading: Heading,
  written: string,
  minutes: Minutes,
  repository: Repository,
): Renaming | Refusal {
  const { path, text, facts } = minutes
  // No file holds half of a pair of UTF-16 units: it is stored as the sign for what is unknown.
  const title = written.trim().replace(/\p{Surrogate}/gu, '\ufffd')
  if (!title) return { refused: 'A heading cannot be empty. Write its title.' }
  if (title === slice(text, heading.content)) return { edits: [] }
  // Behind the marks of an empty heading a blank is missing.
  const isEmpty = heading.content.start === heading.content.end
  const own = edit(path, heading.content, isEmpty && text[heading.content.start - 1] === '#' ? ` ${title}` : title)
  const textAfter = applyEdits(text, [own])
  const after = skim(textAfter).headings
  const at = facts.headings.indexOf(heading)
  const renamed = after.length === facts.headings.length ? after[at] : undefined
  if (!renamed?.title || slice(textAfter, renamed.content) !== title)
    return { refused: `Markdown does not read "${title}" as the title of this heading. ${howToWrite(title)}` }
  const anchors = new Map(facts.headings.map(({ anchor }, at) => [anchor, after[at]!.anchor]))
  const followers = linksToHeadings(path, repository).filter(
    ({ link, anchor }) => anchors.get(anchor) !== anchor && !(link.from === path && contains(heading.span, link)),
  )
  if (followers.some(({ anchor }) => !anchors.get(anchor)))
    return {
      refused: `Links lead to this heading, and none can lead to "${title}". Write a title with letters or digits.`,
    }
  return { edits: [own, ...followers.map(({ link, anchor }) => follow(link, anchors.get(anchor)!, repository))] }
}

function howToWrite(title: string): string {
  if (/[\r\n]/.test(title)) return 'Write it on one line.'
  return title.endsWith('#') ? 'Write it without "#" at its end.' : 'Begin it with a letter.'
}

interface LinkToHeading {
  readonly link: Backlink
  readonly anchor: string
}

/** The links to the headings of a file. Other versions of it keep their headings. */
function linksToHeadings(path: string, repository: Repository): LinkToHeading[] {
  const find = headingFinder(repository)
  return repository.backlinks(path).flatMap((link) => {
    const heading = link.ref === undefined ? find({ path, fragment: link.fragment }) : undefined
    return heading ? [{ link, anchor: heading.anchor }] : []
  })
}

function follow({ from, url, start, end, within }: Backlink, anchor: string, { forge }: Repository): FileEdit {
  const mark = url.indexOf('#') + 1
  const before = url.slice(mark)
  const [prefix = ''] = /^user-content-/i.exec(before) ?? []
  const spelt = anchorOn(forge, anchor)
  const fragment = /%[89a-f]/i.test(before) ? encodedPath(spelt) : spelt
  // At the end of a bare URL it would be read as part of the sentence.
  const ending = within === 'prose' ? fragment.replace(/_$/, '%5F') : fragment
  return edit(from, { start: start + mark, end }, prefix + ending)
}
