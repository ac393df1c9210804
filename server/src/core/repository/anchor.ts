import { getOrInsert } from '../collections.ts'
import type { Forge } from '../minutes/forge-url.ts'
import type { Lead } from './lead.ts'
import type { Repository } from './repository.ts'
import { type PlacedHeading, placedHeadings, type Summary } from './summary.ts'

/** Whether a fragment may be that of a heading: lines (`#L10`), text fragments, footnotes, numbers and the top of the page are none. */
function mayBeHeading(fragment: string): boolean {
  return !/^(?:L[0-9]+|:~:|user-content-|fn|top$|readme$)/.test(fragment)
}

/** Whether a file has no such heading, as the forge makes anchors of headings. */
export type AnchorCheck = (path: string, fragment: string) => boolean

/** The check of a repository whose forge is known. A file's headings are looked through once, however many links lead to them. */
export function anchorCheck(repository: Repository): AnchorCheck {
  const known = new Map<string, ReadonlySet<string>>()
  const spelt = (anchor: string) => spellingOn(repository.forge!.url, anchor.toLowerCase())
  return (path, fragment) => {
    const summary = repository.summary(path)
    if (!summary || !mayBeHeading(fragment)) return false
    const { headings, htmlAnchors } = summary
    const anchors = () => new Set([...headings.map(({ anchor }) => anchor), ...htmlAnchors].map(spelt))
    return !getOrInsert(known, path, anchors).has(spelt(fragment))
  }
}

/** The heading that a fragment names, as the forge makes anchors of headings; how it is capitalised makes no difference. */
export function headingNamed(summary: Summary, fragment: string, forge: Forge | undefined): PlacedHeading | undefined {
  const wanted = namedBy(fragment, forge)
  return placedHeadings(summary).find(({ anchor }) => namedBy(anchor, forge) === wanted)
}

/** Finds the heading that a link to a file names. */
export type HeadingFinder = (target: Pick<Lead, 'path' | 'fragment'>) => PlacedHeading | undefined

/** The finder of a repository as it is now. A file's headings are looked through once, however many links lead to them. */
export function headingFinder(repository: Repository): HeadingFinder {
  const { forge } = repository
  const known = new Map<string, ReadonlyMap<string, PlacedHeading>>()
  return ({ path, fragment }) => {
    const summary = fragment ? repository.summary(path) : undefined
    if (!summary) return undefined
    // Of several headings of one name the first is meant.
    const named = () =>
      new Map(
        placedHeadings(summary)
          .map((one) => [namedBy(one.anchor, forge), one] as const)
          .reverse(),
      )
    return getOrInsert(known, path, named).get(namedBy(fragment, forge))
  }
}

/** What is equal for a heading's anchor and the fragments that name it. */
function namedBy(fragment: string, forge: Forge | undefined): string {
  return anchorOn(forge, fragment.toLowerCase().replace(/^user-content-/, ''))
}

/** The anchor of a heading as a forge writes it. */
export function anchorOn(forge: Forge | undefined, anchor: string): string {
  return spellingOn(forge?.url ?? 'github', anchor)
}

/** GitHub alone keeps each hyphen of "build--test". */
function spellingOn(forge: string, anchor: string): string {
  return forge.includes('github') ? anchor : anchor.replace(/-+/g, '-')
}

/** What other programs number, and what stands for an anchor that is yet to be filled in. */
const foreign =
  /^(?:[^\p{L}]*$|.{0,2}$|[!/_^]|h\.|heading|bookmark|diff-|issuecomment|discussion|note[_-]|footnote|ref|cite|toc|slide|page|section[-_]?[0-9]|tab)|[=:~{}]|%/iu

/** The names that a file's headings and its HTML may be linked by; `undefined` where headings have names given by hand, which are not read. */
export function headingNames({ headings, htmlAnchors }: Summary): ReadonlySet<string> | undefined {
  if (headings.some(({ title }) => /\{[:#.]/.test(title))) return undefined
  const known = [...htmlAnchors, ...headings.flatMap(({ title, anchor }) => [title, anchor, ...labelsOf(title)])]
  return new Set(known.flatMap(spellings))
}

/** What a heading may be called for short: "DEP0111" of "DEP0111: `binding()` is deprecated", and what stands before its parenthesis. */
function labelsOf(title: string): string[] {
  return [title.split(/[\s:,(]/, 1)[0]!, title.split(/[:(–—]/, 1)[0]!]
}

/** Whether a fragment should be that of a heading, and no heading is named so. */
export function lacksHeading(fragment: string, names: ReadonlySet<string>): boolean {
  if (!mayBeHeading(fragment) || foreign.test(fragment)) return false
  return !spellings(fragment).some((spelling) => names.has(spelling))
}

/**
 * What different programs may make of a heading: letters and digits alone, with and without accents. Numbers at both ends, which may be
 * those of a list or of equal headings, may be missing.
 */
function spellings(anchor: string): string[] {
  const lower = anchor.toLowerCase().replaceAll('ß', 'ss')
  const umlauts = lower.replace(/[äöü]/g, (letter) => `${letter}e`)
  return [lower, umlauts, lower.replace(/:[a-z0-9_+-]{1,40}:/g, ''), lower.replace(/\b(?:and|amp|und)\b/g, '')].flatMap(
    (spelling) => {
      const letters = spelling.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '')
      const latin = letters.replace(/[^a-z0-9]/g, '')
      const ascii = spelling.replace(/[^a-z0-9]/g, '')
      const withoutStart = letters.replace(/^[0-9]+/, '')
      return [letters, latin, ascii, withoutStart, withoutEndNumber(letters), withoutEndNumber(withoutStart)].filter(
        Boolean,
      )
    },
  )
}

function withoutEndNumber(letters: string): string {
  return letters.replace(/(?<![0-9])[0-9]{1,3}$/, '')
}
