import type { Step } from '../text/edit.ts'
import { countUpTo } from '../text/search.ts'
import { type Span, slice, span } from '../text/span.ts'
import type { Facts, Heading, Link, ListItem } from './facts.ts'
import { type Stretch, skim, skimBetween, withLineFeeds } from './skim.ts'

/**
 * The facts of a text that is known as it was before some steps. What stands between two headings has no say in the facts of other parts but
 * for link definitions and the numbers of anchors, so that only the parts that were edited are read, where neither changes.
 */
export function skimEdited(steps: readonly Step[], before: Facts): Facts {
  return steps.reduce((facts, step) => readEdited(step, facts) ?? skim(step.after), before)
}

function readEdited({ before, after: text, changed }: Step, facts: Facts): Facts | undefined {
  const shift = text.length - before.length
  if (changed.start <= headOf(before, facts)) return undefined
  const cuts = facts.headings.filter((heading) => parts(before, heading))
  const last = countUpTo(cuts, changed.start - 1, ({ span }) => span.end)
  const next = cuts.find((cut) => cut.span.start > changed.end - shift + blankLine)
  const first = cuts[last - 1]
  if (!first) return undefined
  const old = span(first.span.start, next?.span.start ?? before.length)
  const now = span(old.start, old.end + shift)
  const stretch = skimBetween(withLineFeeds(text), now.start, now.end)
  if ((next && stretch.isOpen) || [...facts.links, ...stretch.facts.links].some(({ kind }) => kind === 'definition'))
    return undefined
  const headings = sameHeadings(text, stretch, before, within(facts.headings, old, startOf))
  return headings && joined(facts, { ...stretch.facts, headings }, old, shift)
}

/** Where the edits begin that change nothing in the head of a file: its front matter, or what may become one. */
function headOf(text: string, facts: Facts): number {
  return facts.frontMatter?.span.end ?? (/^\ufeff?-/.test(text) ? text.length : 1)
}

/** Room for a line end of two characters, twice. */
const blankLine = 4

/** Whether whatever stands before a heading ends there, because an empty line is between them. */
function parts(text: string, { span: { start }, nested }: Heading): boolean {
  if (nested || text[start] !== '#') return false
  return start === 0 || /\n\r?\n$|\r\r$/.test(text.slice(Math.max(0, start - 3), start))
}

/** The headings of a stretch, when their texts are those that it had, so that all anchors are the same. */
function sameHeadings(
  text: string,
  { facts: { headings } }: Stretch,
  textBefore: string,
  before: readonly Heading[],
): Heading[] | undefined {
  const isSame = (heading: Heading, at: number) =>
    before[at] !== undefined && slice(textBefore, before[at].content) === slice(text, heading.content)
  if (headings.length !== before.length || !headings.every(isSame)) return undefined
  return headings.map((heading, at) => ({ ...heading, anchor: before[at]!.anchor }))
}

/** The facts before a stretch, those of the stretch as it is now, and those behind it, which have moved. */
function joined(facts: Facts, stretch: Stretch['facts'], old: Span, shift: number): Facts {
  const join = <Fact>(
    of: (facts: Stretch['facts']) => readonly Fact[],
    start: (fact: Fact) => number,
    move: Move<Fact>,
  ) => {
    const known = of(facts)
    const behind = known.slice(countUpTo(known, old.end - 1, start))
    return [
      ...known.slice(0, countUpTo(known, old.start - 1, start)),
      ...of(stretch),
      ...(shift ? behind.map((fact) => move(fact, shift)) : behind),
    ]
  }
  return {
    frontMatter: facts.frontMatter,
    headings: join(({ headings }) => headings, startOf, movedHeading),
    links: join(({ links }) => links, startOf, movedLink),
    items: join(
      ({ items }) => items,
      ({ marker }) => marker.start,
      movedItem,
    ),
    quotes: join(({ quotes }) => quotes, startOfSpan, moved),
    tables: join(({ tables }) => tables, startOfSpan, moved),
    breaks: join(({ breaks }) => breaks, startOfSpan, moved),
    code: join(({ code }) => code, startOfSpan, moved),
    html: join(({ html }) => html, startOfSpan, moved),
  }
}

type Move<Fact> = (fact: Fact, shift: number) => Fact

function within<Fact>(facts: readonly Fact[], { start, end }: Span, startOf: (fact: Fact) => number): readonly Fact[] {
  return facts.slice(countUpTo(facts, start - 1, startOf), countUpTo(facts, end - 1, startOf))
}

function startOf({ span }: { readonly span: Span }): number {
  return span.start
}

function startOfSpan({ start }: Span): number {
  return start
}

function moved({ start, end }: Span, shift: number): Span {
  return span(start + shift, end + shift)
}

function movedHeading(heading: Heading, shift: number): Heading {
  return { ...heading, span: moved(heading.span, shift), content: moved(heading.content, shift) }
}

function movedLink({ kind, span, text, destination }: Link, shift: number): Link {
  return { kind, span: moved(span, shift), text: moved(text, shift), destination: moved(destination, shift) }
}

function movedItem({ marker, content, depth, end }: ListItem, shift: number): ListItem {
  return { marker: moved(marker, shift), content: content + shift, depth, end: end + shift }
}
