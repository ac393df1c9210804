import { countsOf, getOrInsert } from '../collections.ts'
import { dayNumber, type IsoDate } from '../minutes/calendar.ts'
import { compareTexts } from '../text/order.ts'
import { nameOf } from '../text/path.ts'
import { alike, leastAlike, TeamWords } from './team-words.ts'
import { type Vote, Votes } from './votes.ts'

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

interface Known extends Evidence, Vote {
  /** Its title in small letters. */
  readonly spelling: string
}

/** A heading, by its words, or a folder whose name is nearly another heading. */
interface Alike {
  readonly kind: 'heading' | 'folder'
  readonly name: string
  readonly score: number
}

/** How many of the nearest votes have a say in which folder is a team's. */
const jury = 5

/** How often a folder must have been linked under a heading to be looked into when the usual one has no meeting. */
const enoughLinks = 2

/** A report asks for its few headings again and again; more answers are of other reports. */
const mostAnswers = 2000

/** Which headings name which teams, and where their minutes stand: configured, learnt from the reports' links, or told by the folders' names. */
export class Teams {
  readonly #configured: readonly ConfiguredTeam[]
  /** By what makes two spellings of a heading one. */
  readonly #byKey = new Map<string, Votes<Known>>()
  readonly #bySpelling = new Map<string, Votes<Known>>()
  readonly #byFolder = new Map<string, Votes<Known>>()
  /** By report, and within it by what makes two spellings one. */
  readonly #byReport = new Map<string, Map<string, Known[]>>()
  readonly #words = new TeamWords()
  /** What is alike to a heading, by its words, until there are more headings or other folders. One that nothing is said of any more does no harm. */
  readonly #alike = new Map<string, readonly Alike[]>()
  /** The folders that the last question named. */
  #folders: readonly string[] = []
  /** The folders of headings that have been asked for, until something new is learnt. */
  readonly #answers = new Map<string, readonly string[]>()

  constructor(configured: readonly ConfiguredTeam[]) {
    this.#configured = configured
  }

  learn(evidence: Evidence): void {
    const { title, report, date } = evidence
    const known = { ...evidence, day: dayNumber(date), spelling: title.toLowerCase() }
    const key = this.#words.keyOf(title)
    this.#answers.clear()
    if (!this.#byKey.has(key)) this.#alike.clear()
    for (const [votes, place] of this.#placesOf(known)) getOrInsert(votes, place, () => new Votes()).add(known)
    const said = getOrInsert(this.#byReport, report, () => new Map<string, Known[]>())
    getOrInsert(said, key, () => []).push(known)
  }

  forget(report: string): void {
    const said = this.#byReport.get(report)
    if (!said) return
    this.#byReport.delete(report)
    this.#answers.clear()
    for (const known of [...said.values()].flat()) {
      for (const [votes, place] of this.#placesOf(known)) {
        votes.get(place)?.delete(known.day, report)
        if (votes.get(place)?.size === 0) votes.delete(place)
      }
    }
  }

  /**
   * The folders that may hold the minutes of the team that a heading names, the likeliest first. A report does not vouch for itself:
   * what `report` says is left out. `folders` are those of all series, the same list as long as they are the same.
   */
  foldersOf(title: string, date: IsoDate, report: string, folders: readonly string[]): readonly string[] {
    if (folders !== this.#folders || this.#answers.size > mostAnswers) {
      this.#answers.clear()
      this.#alike.clear()
      this.#folders = folders
    }
    return getOrInsert(this.#answers, [title, date, report].join('\n'), () => this.#find(title, date, report))
  }

  /** Whether a heading is a team's name or an alias, or has been one in a report other than `report`; others are at best alike. */
  knows(title: string, report?: string): boolean {
    const votes = this.#byKey.get(this.#words.keyOf(title))?.size ?? 0
    const own = report === undefined ? 0 : this.#ownUnder(this.#words.keyOf(title), report).length
    return votes > own || this.#configuredAs(title) !== undefined
  }

  /** The spelling of a team's heading in the reports nearest to a date, by the folder of its minutes. */
  titleOf(folder: string, date: IsoDate): string | undefined {
    const votes = this.#byFolder.get(folder)?.nearest(dayNumber(date), jury) ?? []
    return mostFrequent(votes.map(({ title }) => title))
  }

  /** The name of the team whose minutes stand in a folder; empty at the root, where no report names it. `teamName` never is. */
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
    const isNear = (votes: Votes<Known>) => votes.nearest(day, 1).some((vote) => Math.abs(vote.day - day) <= withinDays)
    const learnt = [...this.#byFolder]
      .filter(([, votes]) => isNear(votes))
      .map(([folder]) => folder)
      .sort()
    return [...new Set([...this.configuredFolders(date), ...learnt])]
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

  #find(title: string, date: IsoDate, report: string): readonly string[] {
    const key = this.#words.keyOf(title)
    if (!key) return []
    const configured = this.#configuredAs(title)
    if (configured) return folderAt(configured, date)
    const spelling = title.toLowerCase()
    const spelt = this.#bySpelling.get(spelling)
    const own = this.#ownUnder(key, report).filter((known) => known.spelling === spelling)
    const isEnough = spelt !== undefined && spelt.size - own.length >= enoughLinks
    const known = isEnough ? likely(spelt, date, report, own) : this.#likelyUnder(key, date, report)
    const alike = this.#alikeTo(title).flatMap(({ kind, name }) =>
      kind === 'heading' ? this.#likelyUnder(name, date, report) : [name],
    )
    return [...new Set([...known, ...alike])]
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

  #likelyUnder(key: string, date: IsoDate, report: string): string[] {
    const votes = this.#byKey.get(key)
    return votes ? likely(votes, date, report, this.#ownUnder(key, report)) : []
  }

  /** Headings with nearly the same words, and folders whose names have them; the nearest first. */
  #alikeTo(title: string): readonly Alike[] {
    if (this.#alike.size > mostAnswers) this.#alike.clear()
    return getOrInsert(this.#alike, this.#words.keyOf(title), () => {
      const words = this.#words.of(title)
      const found: Alike[] = []
      const judge = (kind: Alike['kind'], name: string, others: readonly string[]) => {
        const score = alike(words, others)
        if (score >= leastAlike) found.push({ kind, name, score })
      }
      for (const key of this.#byKey.keys()) judge('heading', key, this.#words.of(key))
      for (const folder of this.#folders) judge('folder', folder, this.#words.of(nameOf(folder)))
      return found.sort(mostAlikeFirst)
    })
  }

  /** Where something known is kept. */
  #placesOf({ title, spelling, folder }: Known): (readonly [votes: Map<string, Votes<Known>>, key: string])[] {
    return [
      [this.#byKey, this.#words.keyOf(title)],
      [this.#bySpelling, spelling],
      [this.#byFolder, folder],
    ]
  }

  #ownUnder(key: string, report: string): readonly Known[] {
    return this.#byReport.get(report)?.get(key) ?? []
  }
}

/** Of two as alike a heading comes before a folder, and both in the order of the alphabet. */
function mostAlikeFirst(a: Alike, b: Alike): number {
  return b.score - a.score || compareTexts(b.kind, a.kind) || compareTexts(a.name, b.name)
}

/** The folder that the nearest votes name, and those that enough name; without what one report says. */
function likely(votes: Votes<Known>, date: IsoDate, report: string, own: readonly Known[]): string[] {
  const first = mostFrequent(votes.nearest(dayNumber(date), jury, report).map(({ folder }) => folder))
  return [...(first === undefined ? [] : [first]), ...votes.folders(enoughLinks, own)]
}

function namesOf({ name, aliases }: ConfiguredTeam): string[] {
  return [name, ...aliases]
}

function folderAt({ folders }: ConfiguredTeam, date: IsoDate): string[] {
  const current = folders.find(({ until }) => until === undefined || date <= until)
  return current ? [current.path] : []
}

function mostFrequent(words: readonly string[]): string | undefined {
  let best: string | undefined
  const counts = countsOf(words)
  for (const [word, count] of counts) if (best === undefined || count > counts.get(best)!) best = word
  return best
}
