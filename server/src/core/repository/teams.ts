import { type IsoDate, daysBetween } from '../minutes/calendar.ts'
import { nameOf } from '../text/path.ts'

/** A team as `.minutes.json` gives it. */
export interface ConfiguredTeam {
  readonly name: string
  readonly aliases: readonly string[]
  /** Where the minutes stand, and until which day; the last one has no end. */
  readonly folders: readonly { readonly path: string; readonly until: IsoDate | undefined }[]
}

/** A report says, by the link of a minutes line, which folder holds the minutes of the team that its heading names. */
interface Evidence {
  readonly report: string
  readonly date: IsoDate
  readonly folder: string
  /** The heading as it is spelt. */
  readonly title: string
}

/** How many of the nearest reports have a say in which folder is a team's. */
const jury = 5

/** Which headings name which teams, and where their minutes stand: configured, learnt from the reports' links, or told by the folders' names. */
export class Teams {
  readonly #configured: readonly ConfiguredTeam[]
  readonly #evidence = new Map<string, Evidence[]>()

  constructor(configured: readonly ConfiguredTeam[]) {
    this.#configured = configured
  }

  learn(title: string, evidence: Omit<Evidence, 'title'>): void {
    const key = keyOf(title)
    const known = this.#evidence.get(key)
    if (known) known.push({ ...evidence, title })
    else this.#evidence.set(key, [{ ...evidence, title }])
  }

  forget(report: string): void {
    for (const [key, known] of this.#evidence) {
      const left = known.filter((evidence) => evidence.report !== report)
      if (left.length === known.length) continue
      if (left.length) this.#evidence.set(key, left)
      else this.#evidence.delete(key)
    }
  }

  /**
   * The folders that may hold the minutes of the team that a heading names, the likeliest first. A report does not vouch for itself:
   * what `report` says is left out.
   */
  foldersOf(title: string, date: IsoDate, report: string, folders: readonly string[]): string[] {
    const key = keyOf(title)
    if (!key) return []
    const configured = this.#configured.find((team) => namesOf(team).some((name) => keyOf(name) === key))
    if (configured) return folderAt(configured, date)
    return [...new Set([...this.#learnt(key, date, report), ...alike(key, folders)])]
  }

  /** The spelling of a team's heading in the reports nearest to a date, by the folder of its minutes. */
  titleOf(folder: string, date: IsoDate): string | undefined {
    const votes: Evidence[] = []
    for (const known of this.#evidence.values()) votes.push(...known.filter((evidence) => evidence.folder === folder))
    return mostFrequent(nearest(votes, date).map((evidence) => evidence.title))
  }

  /** The name of the team whose minutes stand in a folder. */
  nameOf(folder: string, date: IsoDate): string {
    return this.#configured.find((team) => folderAt(team, date).includes(folder))?.name ?? this.titleOf(folder, date) ?? nameOf(folder)
  }

  /** The folders that hold a team's minutes on a day, by configuration or by the reports near it. */
  activeFolders(date: IsoDate, withinDays: number): string[] {
    const learnt = [...this.#evidence.values()].flat().filter((evidence) => Math.abs(daysBetween(evidence.date, date)) <= withinDays)
    return [...new Set([...this.#configured.flatMap((team) => folderAt(team, date)), ...learnt.map((evidence) => evidence.folder)])]
  }

  #learnt(key: string, date: IsoDate, report: string): string[] {
    const others = (this.#evidence.get(key) ?? []).filter((evidence) => evidence.report !== report)
    const folders = nearest(others, date).map((evidence) => evidence.folder)
    const first = mostFrequent(folders)
    return first === undefined ? [] : [first, ...new Set(folders)]
  }
}

/** What makes two spellings of a heading one: neither case, punctuation nor a date matter. */
function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/\d{4}-\d\d-\d\d/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const genericWords = new Set(['team', 'teams', 'sig', 'wg', 'working', 'special', 'interest', 'group', 'squad', 'the', 'meeting', 'update', 'updates', 'report'])

/** The folders whose name says the same as a heading: all of the name's words stand in it, and it has no word of its own but generic ones. */
function alike(key: string, folders: readonly string[]): string[] {
  const words = key.split(' ')
  const own = words.filter((word) => !genericWords.has(word))
  if (!own.length) return []
  return folders.filter((folder) => {
    const named = keyOf(nameOf(folder)).split(' ')
    return named.every((word) => words.includes(word)) && own.every((word) => named.includes(word))
  })
}

function namesOf({ name, aliases }: ConfiguredTeam): string[] {
  return [name, ...aliases]
}

function folderAt({ folders }: ConfiguredTeam, date: IsoDate): string[] {
  const current = folders.find(({ until }) => until === undefined || date <= until)
  return current ? [current.path] : []
}

function nearest(evidence: readonly Evidence[], date: IsoDate): Evidence[] {
  const distance = (one: Evidence) => Math.abs(daysBetween(one.date, date))
  return [...evidence].sort((a, b) => distance(a) - distance(b)).slice(0, jury)
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let best: string | undefined
  for (const [word, count] of counts) if (best === undefined || count > counts.get(best)!) best = word
  return best
}
