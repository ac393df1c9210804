import { toString as plainText } from 'mdast-util-to-string'
import type { Action } from '../../minutes/action.ts'
import { weekdayOf } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { actionName } from '../../repository/action-name.ts'
import { ownerName } from '../../repository/action-summary.ts'
import type { Repository } from '../../repository/repository.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import { type Section, spanOf, type Tree } from '../../syntax/tree.ts'
import { nameOf } from '../../text/path.ts'
import { lastUpTo } from '../../text/search.ts'
import { contains, type Span, slice } from '../../text/span.ts'
import { trimEnd } from '../../text/trim.ts'
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

/** Meeting → team or slide → topics → actions. `tree` is that of the minutes' text. */
export function outlineOf(minutes: Minutes, repository: Repository, tree: Tree): OutlineItem[] {
  const items = minutes.deck
    ? slidesOf(minutes, tree).map((slide) => slideItem(slide, minutes, repository))
    : tree.root.children.map((section) => sectionItem(section, minutes, repository))
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

function sectionItem(section: Section, minutes: Minutes, repository: Repository): Draft {
  const heading = section.heading!
  const children = section.children.map((child) => sectionItem(child, minutes, repository))
  return {
    kind: isTeam(heading.title, minutes, repository) ? 'team' : 'topic',
    name: heading.title || '(no title)',
    span: trimEnd(minutes.text, section.span),
    selection: heading.content,
    children: children.length || !isAgenda(heading.title) ? children : listTopics(section, minutes.text),
  }
}

function isAgenda(title: string): boolean {
  return /^(?:agenda|topics|tagesordnung|themen)\b/i.test(title)
}

/** Where an agenda has no sub-sections, the outermost items of its lists are the topics. */
function listTopics(section: Section, text: string): Draft[] {
  const lists = section.blocks().filter((block) => block.type === 'list')
  return lists.flatMap((list) =>
    list.children.flatMap((item): Draft[] => {
      const [first] = item.children
      const span = spanOf(section, item)
      const selection = first && spanOf(section, first)
      if (!span || !selection || first.type !== 'paragraph') return []
      const name = plainText(first).split('\n')[0]!.trim()
      return name
        ? [{ kind: 'topic', name, span: trimEnd(text, span), selection: firstLine(selection, text), children: [] }]
        : []
    }),
  )
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

function firstLine({ start, end }: Span, text: string): Span {
  const length = text.slice(start, end).search(/\r|\n/)
  return { start, end: length < 0 ? end : start + length }
}
