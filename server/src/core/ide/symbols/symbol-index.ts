import { getOrInsert } from '../../collections.ts'
import { summaryActionName } from '../../repository/action-name.ts'
import type { SummaryAction } from '../../repository/action-summary.ts'
import type { Derived } from '../../repository/derived.ts'
import { seriesFolderOf } from '../../repository/series.ts'
import type { Summary, SummaryHeading } from '../../repository/summary.ts'
import { deepestTopic, mayNameTopic } from '../../repository/topics.ts'
import { nameOf } from '../../text/path.ts'
import { folded } from './closeness.ts'
import { Names } from './names.ts'

/** A file in which something can be looked for. */
export interface SymbolFile {
  readonly summary: Summary
  readonly folder: string
  /** The meeting date as a number: 20251103. Pages have 0. */
  readonly day: number
  /** The id of the meeting's name; `undefined` for a page. */
  readonly meeting: number | undefined
  /** The ids of the names of the summary's headings and actions, one by one. */
  readonly headings: readonly number[]
  readonly actions: readonly number[]
}

type Draft = { -readonly [Member in keyof SymbolFile]: SymbolFile[Member] }

interface Folder {
  /** What the team is called in the names of its meetings; `undefined` when there are new ones. */
  team: string | undefined
  readonly meetings: Set<Draft>
}

/** The names of all that can be looked for in a repository. */
export class SymbolIndex implements Derived {
  readonly meetings = new Names<SymbolFile>()
  /** Which of them are topics, only their series know. */
  readonly headings = new Names<SymbolFile>()
  readonly actions = new Names<SymbolFile>()
  readonly #files = new Map<string, Draft>()
  readonly #folders = new Map<string, Folder>()
  /** Whether titles may be those of topics, as far as anybody has asked. */
  readonly #topics = new Map<string, boolean>()

  replace(path: string, summary: Summary | undefined): void {
    // A template's headings and actions are nobody's.
    const now = summary?.kind === 'template' ? undefined : summary
    const file = this.#files.get(path) ?? (now && this.#add(now))
    if (!file) return
    file.headings = exchange(this.headings, file, file.headings, now?.headings.map(headingName) ?? [])
    file.actions = exchange(this.actions, file, file.actions, now?.actions.map(actionName) ?? [])
    if (now) file.summary = now
    else this.#remove(path, file)
  }

  /** Names the meetings by their teams, which may be called otherwise now. */
  nameMeetings(teamOf: (folder: string) => string): void {
    for (const [path, folder] of this.#folders) {
      const team = teamOf(path)
      if (team === folder.team) continue
      folder.team = team
      for (const file of folder.meetings) {
        const known = file.meeting === undefined ? [] : [file.meeting]
        file.meeting = exchange(this.meetings, file, known, [meetingName(team, file)])[0]
      }
    }
  }

  mayBeTopic({ title, depth }: SummaryHeading): boolean {
    if (depth > deepestTopic) return false
    // Most of them are titles that nobody has any more.
    if (this.#topics.size > mostTitlesOfAName * this.headings.count) this.#topics.clear()
    return getOrInsert(this.#topics, title, () => mayNameTopic(title))
  }

  #add(summary: Summary): Draft {
    const folder = seriesFolderOf(summary.path)
    const day = Number(summary.date?.replaceAll('-', '') ?? 0)
    const file: Draft = { summary, folder, day, meeting: undefined, headings: [], actions: [] }
    this.#files.set(summary.path, file)
    if (summary.kind !== 'minutes') return file
    const known = getOrInsert(this.#folders, folder, (): Folder => ({ team: undefined, meetings: new Set() }))
    known.team = undefined
    known.meetings.add(file)
    return file
  }

  #remove(path: string, file: Draft): void {
    this.#files.delete(path)
    if (file.meeting !== undefined) this.meetings.remove(file.meeting, file)
    const folder = this.#folders.get(file.folder)
    if (folder?.meetings.delete(file) && !folder.meetings.size) this.#folders.delete(file.folder)
  }
}

/** Gives a file other names than it had. The result are their ids, one by one. */
function exchange(
  names: Names<SymbolFile>,
  file: SymbolFile,
  before: readonly number[],
  texts: readonly string[],
): number[] {
  const left = new Set(before)
  const now = new Map<string, number>()
  for (const text of texts) {
    if (now.has(text)) continue
    const known = names.idOf(text)
    now.set(text, known !== undefined && left.delete(known) ? known : names.add(text, file))
  }
  for (const id of left) names.remove(id, file)
  return texts.map((text) => now.get(text)!)
}

/** "Team Storage 2025-11-03", and the folder where the team's name does not tell it. */
function meetingName(team: string, { summary: { date, path }, folder }: SymbolFile): string {
  const isTold = folded(nameOf(folder))
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => folded(team).includes(word))
  return [team, date ?? nameOf(path), isTold ? '' : `(${nameOf(folder)})`].filter(Boolean).join(' ')
}

function headingName({ title }: SummaryHeading): string {
  return shortened(title)
}

/** "@ines-berg: order a rope" */
function actionName(action: SummaryAction): string {
  const text = summaryActionName(action)
  const owners = action.owners.map((owner) => `@${owner}`).join(' ') || action.name
  // "The board decides" says it already.
  return shortened(owners && !text.startsWith(owners) ? `${owners}: ${text}`.replace(/: $/, '') : text)
}

/** Names are titles, or their beginnings. */
const mostTitlesOfAName = 3

/** Of a longer name the beginning is enough: VS Code looks no further than 128 characters. */
const longestName = 100

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`
}
