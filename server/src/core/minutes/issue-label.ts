import { type Span, slice, span } from '../text/span.ts'
import { isAmongFiles } from './issue-url.ts'
import type { Minutes } from './minutes.ts'

/** A link to an issue or a change of a forge whose text is the number of one: `[standards#12](https://…/issues/12)`. */
export interface IssueLabel {
  /** The number in the text. */
  readonly labelled: Span
  /** The number in the URL. */
  readonly linked: Span
  /** The link's whole destination. */
  readonly destination: Span
}

const LINKED = /^(https?:\/\/\S+?)\/(-\/)?(?:issues|pulls?|merge_requests|discussions)\/([0-9]{1,9})(?:[/?#]\S*)?$/d
/** `#12`, `!12`, `PR 12`, `Issue #12`, `owner/repo#12`, `repo/#12`, `repo#PR12`, each with a title behind it or none. */
const LABEL =
  /^(?:(?:(?:issue|pr|pull request|pull|mr|merge request|discussion)[ -]?[#!]?)|([\w.-]{1,100}(?:\/[\w.-]{0,100})?)[#!](?:pr|mr|issue)?[ -]?|[#!])([0-9]{1,9})(?::?$|(?::|[ ](?=\S)).*)$/di

/** The links whose text starts with a number like an issue's, and says of no other one. */
export function issueLabels({ text, facts }: Minutes): IssueLabel[] {
  const labels: IssueLabel[] = []
  for (const { kind, text: shown, destination } of facts.links) {
    if (kind !== 'inline' || lengthOf(shown) > longest || lengthOf(destination) > longest) continue
    const url = slice(text, destination)
    const linked = LINKED.exec(url)
    const label = linked && LABEL.exec(slice(text, shown))
    if (!label || !speaksOf(label[1], url.slice(0, linked.indices![3]![0]))) continue
    if ((!linked[2] && isAmongFiles(linked[1]!)) || isRank(label[0], label[2]!, linked[3]!)) continue
    labels.push({
      labelled: within(shown, label.indices![2]!),
      linked: within(destination, linked.indices![3]!),
      destination,
    })
  }
  return labels
}

/** Of a text that is a label, and of a URL. */
const longest = 500

function lengthOf({ start, end }: Span): number {
  return end - start
}

/** Whether the word before the number is the repository's name or an abbreviation of it: that of anything else, "RFC#12", has numbers of its own, in a repository "rfcs" too. */
function speaksOf(word: string | undefined, url: string): boolean {
  if (word === undefined) return true
  const [, , , ...path] = url.split('/').filter((part) => part !== '-')
  const [repository, owner] = path.slice(0, -2).reverse()
  const [first = '', second] = word.toLowerCase().split('/')
  const isPart = (part: string, name = '') =>
    part.length > 1 && name.toLowerCase().startsWith(part.slice(0, 3)) && name.toLowerCase() !== `${part}s`
  return second ? isPart(second, repository) : isPart(first, repository) || (second === '' && isPart(first, owner))
}

/** `#1` may be the first of a list, and so may a number in which the text says more; "#12 (now #15)" speaks of both. */
function isRank(label: string, labelled: string, linked: string): boolean {
  const numbers: readonly string[] = label.match(/[0-9]+/g)!
  if (Number(labelled) !== Number(linked) && numbers.includes(linked)) return true
  if (/[#!][0-9]/.test(label.slice(label.indexOf(labelled) + labelled.length))) return true
  return labelled.length === 1 && linked.length > 1
}

function within({ start }: Span, [from, to]: readonly [number, number]): Span {
  return span(start + from, start + to)
}
