import type { Action } from '../../minutes/action.ts'
import { weekdayOf } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/section.ts'
import { actionName } from '../../repository/action-name.ts'
import { ownerName } from '../../repository/action-summary.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { nameOf } from '../../text/path.ts'
import { lastUpTo } from '../../text/search.ts'
import { contains, type Span, slice } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'
import { listTopics } from './list-topics.ts'
import { type Slide, slidesOf } from './slides.ts'

/** One entry of the outline. */
export interface OutlineItem {
  readonly kind: 'meeting' | 'team' | 'slide' | 'topic' | 'action'
  readonly name: string
  /** The date of a meeting, the number of actions below it, the owners of an action. */
  readonly detail: string
  /** All of it. */
  readonly span: Span
  /** What is shown as selected when one goes there: the heading's text. */
  readonly selection: Span
  readonly children: readonly OutlineItem[]
}

interface Draft {
  kind: OutlineItem['kind']
  name: string
  span: Span
  selection: Span
  children: Draft[]
  detail?: string
}

/** Meeting → team or slide → topics → actions. */
export function outlineOf(minutes: Minutes, repository: Repository): OutlineItem[] {
  const items = minutes.deck
    ? slidesOf(minutes).map((slide) => slideItem(slide, minutes, repository))
    : sectionItems(minutes, repository)
  addActions(items, minutes)
  const meeting = minutes.kind === 'minutes' ? asMeeting(items, minutes, repository) : undefined
  return (meeting ? [meeting] : items).map((item) => finished(item, minutes, repository))
}

function slideItem(slide: Slide, minutes: Minutes, repository: Repository): Draft {
  return {
    ...slide,
    kind: isTeam(slide.name, minutes, repository) ? 'team' : 'slide',
    children: slide.children.map((topic) => ({ ...topic, kind: 'topic', children: [] })),
  }
}

function isTeam(title: string, { path }: Minutes, repository: Repository): boolean {
  return repository.isReport(path) && repository.teams.knows(title)
}

/** Where an agenda has no sub-sections, the items of its lists are the topics. */
function sectionItems(minutes: Minutes, repository: Repository): Draft[] {
  const outermost: Draft[] = []
  const items = new Map<Section, Draft>()
  for (const section of minutes.sections) {
    const item = sectionItem(section, minutes, repository)
    items.set(section, item)
    const siblings = section.parent ? items.get(section.parent)!.children : outermost
    siblings.push(item)
  }
  for (const [section, item] of items) {
    if (item.children.length || !isAgenda(section.heading.title)) continue
    item.children = listTopics(section, minutes).map((topic) => ({ ...topic, kind: 'topic', children: [] }))
  }
  return outermost
}

function sectionItem({ heading, span }: Section, minutes: Minutes, repository: Repository): Draft {
  return {
    kind: isTeam(heading.title, minutes, repository) ? 'team' : 'topic',
    name: heading.title || '(no title)',
    span: trimEnd(minutes.text, span),
    selection: heading.content,
    children: [],
  }
}

function isAgenda(title: string): boolean {
  return /^(?:agenda|topics|tagesordnung|themen)\b/i.test(title)
}

/** Each action stands below the innermost entry that holds it. */
function addActions(items: Draft[], minutes: Minutes): void {
  const added = minutes.actions.map((action) => ({
    siblings: innermost(items, action.span)?.children ?? items,
    item: actionItem(action, minutes),
  }))
  for (const { siblings, item } of added) siblings.push(item)
  for (const siblings of new Set(added.map(({ siblings }) => siblings))) {
    siblings.sort((a, b) => a.span.start - b.span.start)
  }
}

/** Whom an action names without a handle, where its text does not begin with that: "the board decides". */
function nameBeside(action: Action, text: string, minutes: Minutes): string {
  const name = ownerName(minutes.text, action)
  return name === undefined || text.startsWith(name) ? '' : name
}

function actionItem(action: Action, minutes: Minutes): Draft {
  const name = actionName(action, minutes)
  const owners = action.owners.map((owner) => `@${owner}`).join(' ') || nameBeside(action, name, minutes)
  return {
    kind: 'action',
    name: name || owners || slice(minutes.text, action.marker),
    detail: [name ? owners : '', action.done ? 'done' : ''].filter(Boolean).join(' '),
    span: action.span,
    selection: action.marker,
    children: [],
  }
}

/** The innermost entry that holds a span. Entries beside each other are in the order of the text. */
function innermost(items: readonly Draft[], span: Span): Draft | undefined {
  const item = lastUpTo(items, span.start, (item) => item.span.start)
  return item && contains(item.span, span) ? (innermost(item.children, span) ?? item) : undefined
}

/** One entry for the whole meeting: the first heading when it is the only one or gives the date, else one made of team and date. */
function asMeeting(items: Draft[], minutes: Minutes, repository: Repository): Draft | undefined {
  const [first, ...others] = items
  if (!first) return undefined
  const span = { start: first.span.start, end: items.at(-1)!.span.end }
  if (first.kind !== 'action' && (!others.length || givesDate(first, minutes)))
    return { ...first, kind: 'meeting', span, children: [...first.children, ...others] }
  const date = minutes.date?.iso
  const team = date ? repository.teams.nameOf(seriesFolderOf(minutes.path), date) : ''
  return {
    kind: 'meeting',
    name: [team, date ?? nameOf(minutes.path)].filter(Boolean).join(' '),
    span,
    selection: first.selection,
    children: items,
  }
}

function givesDate({ span }: Draft, { statedDates }: Minutes): boolean {
  return statedDates.some((date) => contains(span, date.span))
}

function finished(item: Draft, minutes: Minutes, repository: Repository): OutlineItem {
  const children = item.children.map((child) => finished(child, minutes, repository))
  const actions = countActions(item)
  const counted = actions ? `${actions} action${actions === 1 ? '' : 's'}` : ''
  const date = item.kind === 'meeting' && minutes.date?.iso
  const detail = item.detail ?? [date ? `${weekdayOf(date)} ${date}` : '', counted].filter(Boolean).join(' · ')
  return { ...item, detail, children }
}

function countActions(item: Draft): number {
  return item.children.reduce((sum, child) => sum + (child.kind === 'action' ? 1 : countActions(child)), 0)
}
