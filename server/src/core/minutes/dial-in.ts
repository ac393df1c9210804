import type { Facts } from '../syntax/facts.ts'
import { isProse } from '../syntax/prose.ts'
import { lineBefore } from '../text/lines.ts'
import type { Scan } from '../text/scan.ts'
import { lastUpTo } from '../text/search.ts'
import { type Span, slice } from '../text/span.ts'
import type { Section } from './section.ts'

const code =
  /(?<![\p{L}0-9])(?:pass[ -]?code|pin|access code|zugangscode|kenn(?:wort|zahl)|passwor[dt])(?:[ ](?:is|ist|lautet))?[ \t]?[:=#]?[ \t]{0,2}([0-9](?:[ ]?[0-9]){3,11})(?![0-9])#?/giu
const codeInLink = /(?<=[?&]pwd=)[\w.%-]{4,80}/g
const number = /(?<![0-9A-Za-z])(?:\+|00)[1-9](?:[ ()./-]{0,2}[0-9]){7,15}(?![0-9])/g
const anyNumber = /(?:\+|(?<![0-9])0)[0-9](?:[ ()./-]{0,3}[0-9]){8,14}(?![0-9]|,,)/g
/** What stands before a number that is somebody's own. */
const personal =
  /(?<![A-Za-zÀ-ɏ]|tap )(?:mobile?|cell|handy|private?|home)(?:[ -]?(?:phone|number|nummer|nr))?\.?[ \t]?:?[ \t]{0,2}$/i
const longestLabel = 30

/** Where a community tells everybody how to come: that is public on purpose. */
const invitation =
  /(?<![\p{L}])(?:join(?:ing)?|dial(?:ling|ing)?(?:[ -]?in)?|zoom|webex|teams|jitsi|bbb|meet|connect(?:ion|ing)?|logistics|where|location|how to|einwahl|teilnahme|zugang|ort|link|calendar)(?![\p{L}])/iu
/** The head of a file tells how to come as well. */
const headingsOfHead = 2

/** A number with the code that lets its caller in. */
export interface DialIn {
  readonly span: Span
  /** The digits of the number. */
  readonly number: string
  /** Whether it stands in the head of the file, or where people are told how to come: that is public on purpose. */
  readonly invites: boolean
}

/**
 * The dial-ins of a text.
 *
 *     Whoever is cut off can phone in: +44 1632 960147, passcode 482913
 */
export function dialInsOf(scan: Scan, facts: Facts, sections: readonly Section[]): DialIn[] {
  const { text } = scan
  if (!scan.holds('+') && !scan.holds('00')) return []
  const found: DialIn[] = []
  for (const match of scan.matches(code)) {
    const before = slice(text, lineBefore(text, match.index, longestLine))
    const phone = [...before.matchAll(number)].at(-1)
    const start = match.index - before.length + (phone?.index ?? 0)
    if (!phone || !isProse(facts, start)) continue
    const invites = invitation.test(before) || isInvitation(sections, match.index)
    const span = { start, end: match.index + match[0].length }
    found.push({ span, number: phone[0].replace(/[^0-9]/g, '').replace(/^00/, ''), invites })
  }
  return found
}

const longestLine = 200

function isInvitation(sections: readonly Section[], offset: number): boolean {
  if (offset < (sections[headingsOfHead - 1]?.heading.span.start ?? Number.POSITIVE_INFINITY)) return true
  const section = lastUpTo(sections, offset, ({ heading }) => heading.span.start)
  return section !== undefined && (section.meta || invitation.test(section.heading.title))
}

/** Numbers of which the text says that they are somebody's own. */
export function personalNumbersOf(scan: Scan, facts: Facts): Span[] {
  const { text } = scan
  const found: Span[] = []
  for (const { 0: phone, index: start } of scan.matches(anyNumber)) {
    const before = text.slice(Math.max(0, start - longestLabel), start)
    if (personal.test(before) && isProse(facts, start)) found.push({ start, end: start + phone.length })
  }
  return found
}

/** Codes that let people into a meeting: `Passcode: 482913`, `https://…?pwd=…`. */
export function passcodesOf(scan: Scan): Span[] {
  return [...scan.matches(code), ...scan.matches(codeInLink)]
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }))
    .sort((a, b) => a.start - b.start)
}
