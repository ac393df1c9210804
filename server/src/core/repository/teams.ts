import { countsOf, getOrInsert, smallest } from '../collections.ts'
import { dayNumber, type IsoDate } from '../minutes/calendar.ts'
import { nameOf } from '../text/path.ts'
import { alike, leastAlike, TeamWords } from './team-words.ts'

/** A team as `.minutes.json` gives it. */
export interface ConfiguredTeam {
  readonly name: string
  readonly aliases: readonly string[]
  /** Where the minutes stand, and until which day; the last one has no end. */
  readonly folders: readonly { readonly path: string; readonly until: IsoDate | undefined }[]
}

/** A report says, by the link of a minutes line, which folder holds the minutes of the team that its heading names. */
export interface Evidence {
  readonly report: string
  readonly date: IsoDate
  readonly folder: string
  /** The heading as it is spelt. */
  readonly title: string
}

/** With what is asked for again and again. */
interface Known extends Evidence {
  /** The number of its date. */
  readonly day: number
  /** Its title in small letters. */
  readonly spelling: string
}

/** How many of the nearest reports have a say in which folder is a team's. */
const jury = 5

/** How often a folder must have been linked under a heading to be looked into when the usual one has no meeting. */
const enoughLinks = 2

/** A report asks for its few headings again and again; more answers are of other reports. */
const mostAnswers = 2000

/** Which headings name which teams, and where their minutes stand: configured, learnt from the reports' links, or told by the folders' names. */
export class Teams {
  readonly #configured: readonly ConfiguredTeam[]
  /** By what makes two spellings of a heading one. */
  readonly #evidence = new Map<string, Known[]>()
  readonly #byFolder = new Map<string, Known[]>()
  readonly #byReport = new Map<string, Known[]>()
  readonly #words = new TeamWords()
  /** The folders of headings that have been asked for, until something new is learnt. */
  readonly #answers = new Map<string, readonly string[]>()
  /** What reports call the team of each folder, by day, until another report says something of that folder. */
  readonly #titles = new Map<string, Map<IsoDate, string | undefined>>()

  constructor(configured: readonly ConfiguredTeam[]) {
    this.#configured = configured
  }

  learn(evidence: Evidence): void {
    const { title, folder, report, date } = evidence
    const known = { report, date, folder, title, day: dayNumber(date), spelling: title.toLowerCase() }
    this.#answers.clear()
    this.#titles.delete(folder)
    getOrInsert(this.#evidence, this.#words.keyOf(title), () => []).push(known)
    getOrInsert(this.#byFolder, folder, () => []).push(known)
    getOrInsert(this.#byReport, report, () => []).push(known)
  }

  forget(report: string): void {
    const said = this.#byReport.get(report)
    if (!said) return
    this.#answers.clear()
    this.#byReport.delete(report)
    for (const key of new Set(said.map(({ title }) => this.#words.keyOf(title)))) forgetIn(this.#evidence, key, report)
    for (const folder of new Set(said.map(({ folder }) => folder))) {
      forgetIn(this.#byFolder, folder, report)
      this.#titles.delete(folder)
    }
  }

  /**
   * The folders that may hold the minutes of the team that a heading names, the likeliest first. A report does not vouch for itself:
   * what `report` says is left out.
   */
  foldersOf(title: string, date: IsoDate, report: string, folders: readonly string[]): readonly string[] {
    const question = [title, date, report, ...folders].join('\n')
    if (this.#answers.size > mostAnswers) this.#answers.clear()
    return getOrInsert(this.#answers, question, () => this.#find(title, date, report, folders))
  }

  /** Whether a heading is a team's name or an alias, or has been one in a report other than `report`; others are at best alike. */
  knows(title: string, report?: string): boolean {
    const known = this.#evidence.get(this.#words.keyOf(title))
    return known?.some((evidence) => evidence.report !== report) || this.#configuredAs(title) !== undefined
  }

  /** The spelling of a team's heading in the reports nearest to a date, by the folder of its minutes. */
  titleOf(folder: string, date: IsoDate): string | undefined {
    const titles = getOrInsert(this.#titles, folder, () => new Map<IsoDate, string | undefined>())
    if (!titles.has(date)) {
      const votes = nearest(this.#byFolder.get(folder) ?? [], date)
      titles.set(date, mostFrequent(votes.map((evidence) => evidence.title)))
    }
    return titles.get(date)
  }

  /** The name of the team whose minutes stand in a folder. */
  nameOf(folder: string, date: IsoDate): string {
    return (
      this.#configured.find((team) => folderAt(team, date).includes(folder))?.name ??
      this.titleOf(folder, date) ??
      nameOf(folder)
    )
  }

  /** The folders that hold a team's minutes on a day, by configuration or by the reports near it. */
  activeFolders(date: IsoDate, withinDays: number): string[] {
    const day = dayNumber(date)
    const learnt = [...this.#evidence.values()].flat().filter((known) => Math.abs(known.day - day) <= withinDays)
    return [...new Set([...this.configuredFolders(date), ...learnt.map((evidence) => evidence.folder)])]
  }

  /** The folders that hold a team's minutes on a day by configuration, in its order. */
  configuredFolders(date: IsoDate): string[] {
    return this.#configured.flatMap((team) => folderAt(team, date))
  }

  /** The folder in which a team's minutes stand on a day that had them in another folder before, by configuration. */
  movedTo(folder: string, date: IsoDate): string | undefined {
    // Another team may have taken over what one has left.
    if (this.configuredFolders(date).includes(folder)) return undefined
    const team = this.#configured.find(({ folders }) => folders.some(({ path }) => path === folder))
    return team && folderAt(team, date).find((path) => path !== folder)
  }

  #find(title: string, date: IsoDate, report: string, folders: readonly string[]): readonly string[] {
    const words = this.#words.of(title)
    if (!words.length) return []
    const configured = this.#configuredAs(title)
    if (configured) return folderAt(configured, date)
    const learnt = this.#learnt(this.#words.keyOf(title), date, report, title)
    return [...new Set([...learnt, ...this.#alike(words, date, report, folders)])]
  }

  /** "SIG Storage" and "Team Storage" are alike, but where both are teams each spelling means its own; so it is below. */
  #configuredAs(title: string): ConfiguredTeam | undefined {
    const spelt = (name: string) => name.toLowerCase() === title.toLowerCase()
    const meant = (name: string) => this.#words.keyOf(name) === this.#words.keyOf(title)
    return (
      this.#configured.find((team) => namesOf(team).some(spelt)) ??
      this.#configured.find((team) => namesOf(team).some(meant))
    )
  }

  #learnt(key: string, date: IsoDate, report: string, title?: string): string[] {
    const alike = (this.#evidence.get(key) ?? []).filter((evidence) => evidence.report !== report)
    const spelling = title?.toLowerCase()
    const spelt = alike.filter((evidence) => evidence.spelling === spelling)
    const others = spelt.length >= enoughLinks ? spelt : alike
    const first = mostFrequent(nearest(others, date).map((evidence) => evidence.folder))
    const counts = countsOf(others.map((evidence) => evidence.folder))
    return [
      ...(first === undefined ? [] : [first]),
      ...[...counts.keys()].filter((folder) => counts.get(folder)! >= enoughLinks),
    ]
  }

  /** What is known of headings with nearly the same words, and folders whose names have them; the nearest first. */
  #alike(words: readonly string[], date: IsoDate, report: string, folders: readonly string[]): string[] {
    const learnt = [...this.#evidence.keys()].map((key) => ({
      score: alike(words, this.#words.of(key)),
      key,
      folder: undefined,
    }))
    const named = folders.map((folder) => ({
      score: alike(words, this.#words.of(nameOf(folder))),
      key: undefined,
      folder,
    }))
    return [...learnt, ...named]
      .filter(({ score }) => score >= leastAlike)
      .sort((a, b) => b.score - a.score)
      .flatMap(({ key, folder }) => (key === undefined ? [folder] : this.#learnt(key, date, report)))
  }
}

/** Takes out what a report said under a key. */
function forgetIn(evidence: Map<string, Known[]>, key: string, report: string): void {
  const left = evidence.get(key)?.filter((one) => one.report !== report)
  if (left?.length) evidence.set(key, left)
  else evidence.delete(key)
}

function namesOf({ name, aliases }: ConfiguredTeam): string[] {
  return [name, ...aliases]
}

function folderAt({ folders }: ConfiguredTeam, date: IsoDate): string[] {
  const current = folders.find(({ until }) => until === undefined || date <= until)
  return current ? [current.path] : []
}

function nearest(evidence: readonly Known[], date: IsoDate): Known[] {
  const day = dayNumber(date)
  return smallest(evidence, jury, (a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))
}

function mostFrequent(words: readonly string[]): string | undefined {
  let best: string | undefined
  const counts = countsOf(words)
  for (const [word, count] of counts) if (best === undefined || count > counts.get(best)!) best = word
  return best
}
