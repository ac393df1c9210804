import type { Facts, ListItem } from '../syntax/facts.ts'
import { endOf, matchAt } from '../text/match-at.ts'
import type { Scan } from '../text/scan.ts'
import { lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import {
  handlesAtEndOf,
  handlesBehind,
  knownNameAt,
  knownNamesAtEndOf,
  nameAt,
  namesInPiece,
  type Owner,
} from './action-owner.ts'
import { isTaskVerb } from './action-words.ts'
import type { KnownNames } from './known-names.ts'

/** A list item that is an action without saying so: a task's box, or what stands below "Action items" or "AIs of last week". */
export interface ActionItem {
  /** The box, or the item's bullet. */
  readonly marker: Span
  readonly owner: Owner | undefined
  /** Where what is to be done begins. */
  readonly behind: number
}

const box = /\[[ xX]\][ \t]{1,3}/y
/** A line that begins with a box. What is rare stands first: before each character of a text it would be looked back for blanks else. */
const boxOfLine = /\[[ xX]\](?<=(?:^|[\r\n])[ \t]{0,8}...)[ \t]{1,3}(?=\[?@)/g
const titleOfActions =
  /^(?:[0-9.]{1,6} )?(?:(?:open|new|our|my|current|pending|offene|neue) )?(?:action(?: item| point)?s|ais?|to-?dos?|todo list|tasks|aufgaben|assignments|action items? (?:of|from|for) (?:this|today(?:['’]s)?) (?:meeting|call))[: ]{0,2}$/i
const actionsInTitle = "(?:open )?(?:ai['’]?s?|action(?: item| point)?s?|to-?dos?|aufgaben)"
const lookingBack =
  ' (?:of|from|since|vom|von)(?: (?:the|our))? (?:(?:last|previous|prior|letzte[nrm]?) (?:time|weeks?|meetings?|calls?|minutes|sessions?|mal|woche|treffen|sitzung)|(?:a )?(?:couple|few) (?:of )?weeks ago)'
const verbOfReview = '(?:check(?:ing)?|review(?:ing)?(?: of)?|status of|follow-?up on) (?:(?:the|our) )?'
/** Below "Checking AIs of last week" stands how far they are. */
const titleOfReview = new RegExp(
  `^(?:${verbOfReview}${actionsInTitle}(?:${lookingBack})?|${actionsInTitle}${lookingBack})[: ]{0,2}$`,
  'i',
)
/** How such titles begin. */
const mayReview = /[*_]{0,3}(?:check|review|status|follow|open|ai|action|to-?do|aufgabe)/iy
const longestTitle = 80
/** What stands in such a section and is nothing to do. */
const nothing =
  /(?:none|no\b|n\/a|nothing|tb[ad]\b|review(?: of|ed| previous| last| action| open)|previous|last|from|see\b|keine?\b|nichts|siehe|https?:|<http|\[#?[0-9]|~~|[-–—]|\.\.\.|…|$)/iy

/** Whether a title says that actions stand below it, as "Action items" and "Checking AIs of last week" do. */
export function isTitleOfActions(title: string): boolean {
  const words = title.trim()
  return titleOfActions.test(words) || (matchAt(mayReview, words, 0) !== undefined && titleOfReview.test(words))
}

/** The boxes with owners, and the items of the sections of actions. `lineOf` gives the line that holds an offset. */
export function* actionItemsOf(
  scan: Scan,
  facts: Facts,
  names: KnownNames,
  lineOf: (offset: number) => Span,
): Generator<ActionItem> {
  const where = { text: scan.text, names, lineOf }
  const { text } = scan
  const sections = actionSections(text, facts)
  const reviews = reviewLists(text, facts)
  for (const item of facts.items) {
    const action =
      taskAt(where, item.content) ??
      (item.depth === 0 ? itemOf(where, item, sections) : reviewedItem(where, item, reviews))
    if (action) yield action
  }
  for (const { index: start } of scan.matches(boxOfLine)) {
    const end = start + 3
    const owner = handlesBehind(text, end, false)
    if (owner) yield { marker: { start, end }, owner, behind: owner.behind }
  }
}

interface Where {
  readonly text: string
  readonly names: KnownNames
  /** Gives the line that holds an offset. */
  readonly lineOf: (offset: number) => Span
}

function taskAt({ text, names, lineOf }: Where, at: number): ActionItem | undefined {
  const match = text[at] === '[' ? matchAt(box, text, at) : undefined
  if (!match) return undefined
  const marker = { start: at, end: at + 3 }
  const behind = endOf(match)
  const line = lineOf(at)
  const owner =
    handlesBehind(text, at + 3, false) ??
    namedTask(text, endOf(matchAt(emphasis, text, behind)!), names) ??
    handlesAtEndOf(text, line) ??
    knownNamesAtEndOf(text, { start: Math.min(behind, line.end), end: line.end }, names)
  if (!owner?.handles.length && !owner?.behind) return undefined
  return { marker, owner, behind: owner.span.start > behind + 4 ? behind : owner.behind }
}

/** "Rich to ask …" is a promise, "Images: public and private" is none, unless Images was in the meeting. */
function namedTask(text: string, at: number, names: KnownNames): Owner | undefined {
  const owner = nameAt(text, at)
  if (!owner) return knownNameAt(text, at, names)
  if (owner.behind === at) return forAll(text, owner)
  if (namesInPiece(slice(text, owner.span)).some((name) => names.has(name))) return owner
  const verb = /^[ \t]{0,3}([A-Za-zÀ-ɏ-]{2,30})/.exec(text.slice(owner.behind, owner.behind + 40))?.[1]
  return verb && isTaskVerb(verb) ? owner : undefined
}

/** "Everybody: clothes", but not "the board: minutes". */
function forAll(text: string, owner: Owner): Owner | undefined {
  const match = matchAt(colon, text, owner.span.end)
  return match && everybody.test(slice(text, owner.span)) ? { ...owner, behind: endOf(match) } : undefined
}

const everybody = /^(?:everyone|everybody|all|we|both|alle|wir|beide)$/i
const emphasis = /[*_]{0,3}/y
const colon = /[ \t]{0,3}:[*_]{0,3}[ \t]{1,3}(?=\S)/y

function itemOf(
  { text, names, lineOf }: Where,
  { marker, content: start }: ListItem,
  sections: readonly Span[],
): ActionItem | undefined {
  const content = withoutBox(text, start)
  const section = lastUpTo(sections, content, ({ start }) => start)
  if (!section || content >= section.end) return undefined
  if (content >= lineOf(content).end || matchAt(nothing, text, content)) return undefined
  const line = lineOf(content)
  const owner =
    ownerAt(text, content) ??
    nameAt(text, content) ??
    knownNameAt(text, content, names) ??
    handlesAtEndOf(text, line) ??
    knownNamesAtEndOf(text, { start: content, end: line.end }, names)
  const first = owner && owner.span.start <= content + 4
  return { marker, owner, behind: first ? owner.behind : content }
}

/** What stands in a list that looks back is an action when somebody owns it; what stands below it tells how far it is. */
function reviewedItem(where: Where, item: ListItem, reviews: readonly Review[]): ActionItem | undefined {
  const review = reviews.length ? lastUpTo(reviews, item.content, ({ start }) => start) : undefined
  if (!review || review.depth !== item.depth) return undefined
  const action = itemOf(where, item, [review])
  return action?.owner && action
}

function withoutBox(text: string, at: number): number {
  const match = matchAt(box, text, at)
  return match ? endOf(match) : at
}

function ownerAt(text: string, at: number): Owner | undefined {
  const owner = handlesBehind(text, at, false)
  return owner && owner.handles.length > 0 ? owner : undefined
}

/** The texts below the headings that say "Action items", each up to the next heading. */
function actionSections(text: string, { headings }: Facts): Span[] {
  return headings.flatMap(({ title, span }, at) =>
    isTitleOfActions(title) ? [{ start: span.end, end: headings[at + 1]?.span.start ?? text.length }] : [],
  )
}

/** A list below "Checking AIs of last week", and how deep its items are. */
interface Review extends Span {
  readonly depth: number
}

function reviewLists(text: string, { items }: Facts): Review[] {
  return items.flatMap(({ content, end, depth }, at) => {
    if (items[at + 1]?.depth !== depth + 1 || !matchAt(mayReview, text, content)) return []
    const title = /^[^\r\n]*/.exec(text.slice(content, content + longestTitle))![0]
    return titleOfReview.test(title.replace(/[*_]/g, '').trim())
      ? [{ start: content + title.length, end, depth: depth + 1 }]
      : []
  })
}
