import type { Code, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * A case is what stands under a heading of a Markdown document: prose, and fences with four backticks.
 *
 * | fence | meaning |
 * | --- | --- |
 * | `minutes path=PATH` | a file; a line of carets tells of a finding in the line above it, `<|>` is the cursor |
 * | `file path=PATH` | a file that is not looked at |
 * | `json settings` | `.minutes.json` |
 * | `fixed safe` | the text of the file above after all safe fixes |
 * | `fixed suggested [N] [path=PATH]` | a file after the Nth fix of the finding above; by default the file above |
 * | `saved [N]` | the picture that the Nth fix stores, `URL -> PATH` |
 * | `answer completion [host]`, `answer outline` | what the editor shows at the cursor, or of the file above |
 * | `answer definition`, `answer references [declared]`, `answer highlights` | the places that the editor shows, each with its path, line and carets; `host` asks for an editor that reads Markdown itself |
 * | `answer hover` | what the editor shows at the cursor, as plain text; `answer hover markdown` as Markdown |
 * | `answer links [host]` | the links that the editor opens: `URL -> PATH:LINE`, and `SHORTHAND -> URL "TITLE"` |
 * | `answer pasted url=URL [over=TEXT]` | the labelled link of a URL, with a text or with one of its own |
 * | `answer paste url=URL [over=TEXT] [host]` | what an editor offers when a URL is pasted at the cursor, or over the text behind it: the offer, and the line then |
 * | `answer pictures names=NAME,… [over=TEXT]` | where pasted pictures are stored, and the line then; a name with a slash is the path of a picture in the repository |
 * | `answer renamable` | what can be renamed at the cursor: its line, carets, and the name that is asked for |
 * | `answer rename to=NAME` | the lines that a new name for what stands at the cursor changes, and the file that it renames. `oneway`: the old name does not bring the same bytes back; `back=NAME` says how the old name is written then |
 * | `answer move from=PATH,… to=PATH,…` | the lines that change when files or folders move; `host`: in an editor that mends relative paths itself |
 * | `answer way previous`, `next`, `report`, `section`, `latest` | the file to which that command goes, and the heading in it where it goes to one, or why there is none |
 * | `answer teams` | the teams of which one may be chosen, each with its folder and its latest day |
 * | `answer lenses [KIND…]` | the code lenses of the file above, each with its line, and below it the places that it shows |
 * | `answer hints [KIND…]` | the lines with inlay hints, each `⟨HINT⟩` in its place |
 * | `answer tokens` | what semantic tokens say: `known handle @x`, `dead link URL` |
 * | `answer rewrites [all]`, `rewritten N [all]` | what may be written in another way at the cursor, or where all is selected, and the text of the file after the Nth of these |
 * | `answer symbols [host] query=TEXT [most=N]` | what the editor finds by its name in all files: kind, name, meeting, `PATH:LINE` |
 * | `answer ledger [open] [owner=X] [team=X]` | the actions of all files: state, owners, text, team, days, and where it was promised and last stood |
 * | `answer folds [host]` | what can be folded away: kind, lines, the first and the last of them |
 * | `answer selection [host]` | the texts that are selected one after the other when the selection at the cursor grows |
 * | `answer new-minutes folder=FOLDER [date=DATE]` | the path and the text of the minutes that are made for a team's next meeting, with the cursor |
 * | `answer days folder=FOLDER` | the days for which minutes of a team are offered |
 * | `answer done` | the text of the last minutes that have the action at the cursor, once it is marked as done |
 * | `answer carried [into=PATH]` | the text of the minutes that the action at the cursor is carried into, by default the latest |
 * | `answer import [team=FOLDER] [date=DATE] [url=URL]` | the path and the text of the minutes that the text above, which is a pad's, becomes |
 * | `answer pad-pictures` | the pictures on a pad, `URL -> PATH` or `URL is PATH` of a copy, and the text that shows the copies |
 * | `answer draft series=FOLDER [date=DATE]` | the path and the text of a new report, or why there is none |
 * | `answer settings` | what is written down in `.minutes.json` of what has been found out |
 * | `answer calendar [team=NAME] [since=DATE] [until=DATE]` | the days on which teams met or should have: day, state, team, minutes, report |
 * | `answer attendance team=NAME [since=DATE] [until=DATE]` | the days of a team's meetings, and who took part in which; a day without a list is in brackets |
 * | `refreshed` | the text of the report above with what has arrived since it was drafted |
 * | `answer handles` | the people that the file above names, with what their links lead to |
 * | `worst [path=PATH]` | a text that takes a rule long: what stands between `<repeat>` and `</repeat>` (or all of it) is repeated |
 * | `accepted N [host]` | the text of the file above after the Nth completion, with the cursor |
 *
 * A blank in a path is written `%20`. Settings and other files hold for their heading and all below it. `today=DATE` behind `json settings` sets the day.
 */
export interface Case {
  readonly name: string
  readonly fences: readonly Fence[]
}

export interface Fence {
  readonly kind: string
  /** The words of the info string behind the kind that are no `key=value`. */
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly text: string
  /** The place of the text between the fences, in the document. */
  readonly start: number
  readonly end: number
}

const inherited = new Set(['json', 'file'])

/** The cases of a document, in its order. */
export function readCases(document: string): Case[] {
  const root = unified().use(remarkParse).parse(document) as Root
  const cases: { name: string; depth: number; fences: Fence[] }[] = []
  const open: { name: string; depth: number; fences: Fence[] }[] = []
  for (const node of root.children) {
    if (node.type === 'heading') {
      while (open.length && open.at(-1)!.depth >= node.depth) open.pop()
      const from = open.flatMap(({ fences }) => fences.filter((fence) => inherited.has(fence.kind)))
      const next = {
        name: [...open.slice(1).map(({ name }) => name), plainText(node)].join(' › '),
        depth: node.depth,
        fences: from,
      }
      open.push(next)
      cases.push(next)
    } else if (node.type === 'code' && document.startsWith('````', node.position!.start.offset)) {
      open.at(-1)?.fences.push(toFence(node, document))
    }
  }
  return cases.filter(({ fences }) => fences.some(({ kind }) => kind === 'minutes' || kind === 'worst'))
}

/** A document with other texts in some of its fences. */
export function withTexts(document: string, texts: ReadonlyMap<Fence, string>): string {
  let result = document
  for (const [fence, text] of [...texts].sort(([a], [b]) => b.start - a.start)) {
    result = result.slice(0, fence.start) + text + result.slice(fence.end)
  }
  return result
}

function toFence(node: Code, document: string): Fence {
  const words = `${node.lang ?? ''} ${node.meta ?? ''}`.trim().split(/\s+/)
  const pairs = words
    .filter((word) => word.includes('='))
    .map((word) => word.replaceAll('%20', ' ').split(/=(.*)/s, 2) as [string, string])
  const start = document.indexOf('\n', node.position!.start.offset!) + 1
  const end = document.lastIndexOf('\n', node.position!.end.offset! - 1) + 1
  const plain = words.filter((word) => !word.includes('='))
  return {
    kind: plain[0] ?? '',
    words: plain.slice(1),
    values: Object.fromEntries(pairs),
    text: document.slice(start, end),
    start,
    end,
  }
}
