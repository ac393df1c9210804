import { isTitleOfActions } from '../minutes/action-item.ts'
import { isGerman } from '../minutes/language.ts'
import { type Minutes, readMinutes } from '../minutes/minutes.ts'
import type { Section } from '../minutes/section.ts'
import { below } from '../text/below.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { lineEndOf } from '../text/lines.ts'
import { contains } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'
import type { Series } from './series.ts'

const ofActions = /\b(?:actions?|ais?|follow-?ups?|to-?dos?|aufgaben|tasks)\b/i
const ofOldActions = /\b(?:last|previous|old|open|pending|review|carried|follow-?ups?|offene|letzte[rn]?)\b/i
const ofTopics = /\b(?:agenda|topics?|discussions?|notes|tagesordnung|themen|besprechung)\b/i

/** The section of minutes that holds their actions, best that for those of the last meeting, where they have one. */
export function sectionOfActions(minutes: Minutes): Section | undefined {
  return (
    sectionWith(minutes, (title) => ofActions.test(title) && ofOldActions.test(title)) ??
    sectionWith(minutes, (title) => ofActions.test(title))
  )
}

/** Whether a title is that of the section in which everything is spoken of. */
export function isTitleOfTopics(title: string): boolean {
  return ofTopics.test(title)
}

/**
 * Adds actions as the last items of the section of actions, else of that of the topics, else of a list at the end below a heading of its own, which
 * is called as the team calls it. They are not among the topics where one of them would be no action: "@ines-berg to oil the hooks" is one below a
 * heading that says so alone. The lines have no bullets; what stands behind line feeds in them goes on below. `bullet` is that of a list of
 * their own, by default the first one of the minutes.
 */
export function actionsEdit(minutes: Minutes, lines: readonly string[], series: Series, bullet?: string): TextEdit {
  const edit = editFor(minutes, lines, { series, bullet, inTopics: true })
  const added = after(edit, minutes).actions.length - minutes.actions.length
  return added >= lines.length ? edit : editFor(minutes, lines, { series, bullet, inTopics: false })
}

function after(edit: TextEdit, { path, text }: Minutes): Minutes {
  return readMinutes(path, applyEdits(text, [edit]))
}

interface Where {
  readonly series: Series
  readonly bullet: string | undefined
  /** Whether those of the topics are a place for them. */
  readonly inTopics: boolean
}

function editFor(minutes: Minutes, lines: readonly string[], { series, bullet, inTopics }: Where): TextEdit {
  const { text, facts } = minutes
  const ofActions = sectionOfActions(minutes)
  const section = inTopics ? (ofActions ?? sectionWith(minutes, isTitleOfTopics)) : ofActions
  const end = lineEndOf(text)
  const own = section && trimEnd(text, { start: section.heading.span.end, end: ownEnd(section, minutes) })
  const items = own ? facts.items.filter(({ marker }) => contains(own, marker)) : []
  const mark = bulletOf(items, text) ?? bullet ?? bulletOf(facts.items, text) ?? '-'
  const list = lines.map((line) => `${mark} ${line.replaceAll('\n', `${end}  `)}`).join(end)
  const lastItem = Math.max(0, ...items.map((item) => item.end))
  if (own) {
    const at = !ofActions ? own.end : items.length ? lastItem : own.start
    const outermost = items.findLast(({ depth }) => depth === 0)
    const isInList = outermost !== undefined && lastItem >= at && text[outermost.marker.start] === mark
    return below(text, at, end + (isInList ? '' : end) + list)
  }
  const at = text.trimEnd().length
  const slide = minutes.deck && at ? `---${end}${end}` : ''
  const headed = `${slide}${headingOfActions(minutes, series)}${end}${end}${list}`
  return below(text, at, at ? end + end + headed : headed + end)
}

/** The same for one action; `undefined` where no item would be read: behind code or a comment that does not end. */
export function addAction(minutes: Minutes, line: string, series: Series): TextEdit | undefined {
  const edit = actionsEdit(minutes, [line], series)
  return after(edit, minutes).facts.items.length > minutes.facts.items.length ? edit : undefined
}

/** The first section whose title fits, but that which holds all others. */
function sectionWith({ sections, text }: Minutes, fits: (title: string) => boolean): Section | undefined {
  return sections.find(({ heading, span }, at) => {
    const isTitle = at === 0 && span.end === text.length && (sections.length > 1 || heading.depth === 1)
    return !isTitle && fits(heading.title)
  })
}

/** Where what stands directly below a heading ends; in a deck with its slide. */
function ownEnd({ heading, ownEnd }: Section, { deck, facts }: Minutes): number {
  const next = deck ? facts.breaks.find(({ start }) => start >= heading.span.end) : undefined
  return Math.min(ownEnd, next?.start ?? ownEnd)
}

/** The bullet of the first item; `undefined` where it has a number. */
function bulletOf([first]: Minutes['facts']['items'], text: string): string | undefined {
  const mark = first && text[first.marker.start]
  return mark && /[-*+]/.test(mark) ? mark : undefined
}

/** So many of the last meetings tell what a team calls the section. */
const telling = 20

/** A heading of the rank of those below the title, with the title that the team's last minutes had for it, else one in their language. */
function headingOfActions(minutes: Minutes, { meetings }: Series): string {
  const { sections } = minutes
  const titles = meetings.slice(-telling).map(({ summary }) => summary.headings.map(({ title }) => title))
  const known = titles.findLast((all) => all.some(isTitleOfActions))?.find(isTitleOfActions)
  const title = known ?? (isGerman(minutes) ? 'Offene Aufgaben' : 'Open actions')
  const depths = sections.slice(1).map(({ heading }) => heading.depth)
  const depth = depths.length ? Math.min(...depths) : (sections[0]?.heading.depth ?? 1) + 1
  return `${'#'.repeat(Math.min(6, depth))} ${title}`
}
