import { getOrInsert } from '../collections.ts'
import type { IsoDate } from '../minutes/calendar.ts'
import { addDays } from '../minutes/calendar.ts'
import type { Forge } from '../minutes/forge-url.ts'
import { meetingDateOf } from '../minutes/meeting-date.ts'
import { isUpload } from '../minutes/upload.ts'
import { nameOf } from '../text/path.ts'
import { Absences } from './absences.ts'
import { type Backlink, Backlinks } from './backlinks.ts'
import { Copies } from './copies.ts'
import { Derivations, type Derived, type Kind } from './derived.ts'
import { FileSet } from './files.ts'
import { type GitRemotes, inferForge, sameForge, sameForgeLinks, usualBranch } from './forge.ts'
import { Habits } from './habits.ts'
import type { ConfiguredIssues } from './issue-labels.ts'
import { Issues } from './issues.ts'
import { type Lead, leadOf } from './lead.ts'
import { LinkWays } from './link-way.ts'
import { People } from './people.ts'
import type { ConfiguredPerson } from './person.ts'
import { Reports } from './reports.ts'
import { latestFirst, type Meeting, type MeetingDay, Series, seriesFolderOf } from './series.ts'
import type { Summary } from './summary.ts'
import { type Target, targetOf } from './target.ts'
import type { ConfiguredTeam, Teams } from './teams.ts'

/** What `.minutes.json` and git say of the repository as a whole; all of it may be missing and is then inferred. */
export interface RepositoryFacts {
  /** The folder's own name, for repositories without a forge. */
  readonly folderName: string
  readonly forge: string | undefined
  readonly branch: string | undefined
  readonly reports: readonly string[] | undefined
  readonly teams: readonly ConfiguredTeam[]
  /** How the URLs of uploaded pictures begin. */
  readonly uploads: readonly string[] | undefined
  readonly people: readonly ConfiguredPerson[]
  /** Which repositories the aliases of issues mean. */
  readonly issues: ConfiguredIssues
  readonly git: GitRemotes
}

/** A report reports on meetings fewer than so many days before it, when the report before it is older still. */
export const defaultReportDays = 10

/** A series without a meeting for so many days is over, or has not begun. */
const longestPause = 60

/**
 * What the files of a repository say together. It is the sum of the files' summaries, kept up to date file by file: `set` and `delete`
 * replace one file's share. Everything that is inferred is inferred when it is first asked for, and again after a change.
 */
export class Repository {
  readonly files = new FileSet()
  readonly people: People
  readonly #facts: RepositoryFacts
  readonly #summaries = new Map<string, Summary>()
  readonly #series = new Map<string, Series>()
  /** The folders of all series. */
  #folders: readonly string[] | undefined
  readonly #copies = new Copies()
  readonly #derivations = new Derivations(this.#summaries)
  /** What the community does so often that it is no fault. */
  readonly habits = new Habits()
  readonly linkWays = new LinkWays()
  readonly absences = new Absences(this)
  #forge: { readonly found: Forge | undefined } | undefined
  #latestFirst: readonly MeetingDay[] | undefined
  /** The forge with which links have been followed and reports read. */
  #forgeBehind: Forge | undefined

  constructor(facts: RepositoryFacts) {
    this.#facts = facts
    this.people = new People(facts.people)
  }

  /** Takes in a Markdown file, or what has become of it. */
  set(summary: Summary): void {
    const isNew = !this.files.has(summary.path)
    if (!sameForgeLinks(this.#summaries.get(summary.path), summary)) this.#forge = undefined
    const before = this.#summaries.get(summary.path)
    if (before) this.#uncount(before)
    this.files.add(summary.path)
    this.#summaries.set(summary.path, summary)
    if (!this.#seriesAt(seriesFolderOf(summary.path)).set(summary)) this.#latestFirst = undefined
    this.#copies.add(summary)
    this.habits.add(summary)
    this.linkWays.add(summary)
    this.people.replace(summary.path, summary, before)
    this.#changed(summary.path, before, isNew)
  }

  /** Takes in a file of which only its being there matters. */
  add(path: string): void {
    if (this.files.has(path)) return
    this.files.add(path)
    this.#changed(path, undefined, true)
  }

  delete(path: string): void {
    if (!this.files.has(path)) return
    const before = this.#summaries.get(path)
    this.people.replace(path, undefined, before)
    this.#forget(path)
    this.files.delete(path)
    this.#changed(path, before, true)
  }

  summary(path: string): Summary | undefined {
    return this.#summaries.get(path)
  }

  /** How many Markdown files there are. */
  get count(): number {
    return this.#summaries.size
  }

  get summaries(): Iterable<Summary> {
    return this.#summaries.values()
  }

  /** Whether any file carries a meeting date. */
  get holdsMinutes(): boolean {
    for (const { kind } of this.summaries) if (kind === 'minutes') return true
    return false
  }

  get name(): string {
    return this.forge ? nameOf(this.forge.url) : this.#facts.folderName
  }

  get forge(): Forge | undefined {
    this.#forge ??= { found: this.#findForge() }
    return this.#forge.found
  }

  get issues(): Issues {
    return this.#derivations.of(Issues, () => {
      return new Issues(this.#facts.issues, () => this.forge?.url, this.#summaries)
    })
  }

  get teams(): Teams {
    return this.#learntReports.teams
  }

  /** The series that a file belongs to, or would belong to. */
  seriesOf(path: string): Series {
    return this.#series.get(seriesFolderOf(path)) ?? new Series(seriesFolderOf(path))
  }

  series(folder: string): Series | undefined {
    return this.#series.get(folder)
  }

  /** The folders that hold minutes. */
  get seriesFolders(): readonly string[] {
    return [...this.#series.values()].filter((series) => series.meetings.length).map(({ folder }) => folder)
  }

  /** All meetings, the latest first. Their order outlives what their files say. */
  get latestMeetings(): readonly MeetingDay[] {
    this.#latestFirst ??= [...this.#series.values()]
      .flatMap(({ meetings }) => meetings.map(({ path, date, day }) => ({ path, date, day })))
      .sort(latestFirst)
    return this.#latestFirst
  }

  /** Whether a file's series reports on the meetings of others. */
  isReport(path: string): boolean {
    return this.isReportSeries(seriesFolderOf(path))
  }

  /** Whether the minutes of a folder report on the meetings of others. */
  isReportSeries(folder: string): boolean {
    return this.#learntReports.has(folder)
  }

  /** The day on which the meeting of a file most likely took place. */
  dayOf(path: string): IsoDate | undefined {
    return this.seriesOf(path).meetings.find((meeting) => meeting.path === path)?.day
  }

  /** The folders of the team that a section is about: its own heading is asked first, then those around it. `titles` has the innermost first. */
  teamFolders(titles: readonly string[], report: string): readonly string[] {
    const { teams } = this
    const day = this.#dayOfReport(report)
    if (!day) return []
    this.#folders ??= [...this.#series.keys()]
    const folders = this.#folders
    const own = seriesFolderOf(report)
    for (const [at, title] of titles.entries()) {
      if (at > 0 && !teams.knows(title, report)) continue
      const found = teams.foldersOf(title, day, report, folders).filter((folder) => folder !== own)
      if (found.length) return found
    }
    return []
  }

  /**
   * The meeting that a report reports on: the newest one of the team's folders that is later than the report before, fewer than
   * `days` days before the report, and not later than it. `folders` has the likeliest first: another one is looked into only when the team did not meet
   * there at that time.
   */
  reportedMeeting(folders: readonly string[], report: string, days = defaultReportDays): Meeting | undefined {
    const window = this.reportWindow(report, days)
    if (!window) return undefined
    for (const folder of folders) {
      const series = this.#series.get(folder)
      const meeting = series?.newest(window.after, window.until)
      if (meeting || series?.newest(addDays(window.until, -longestPause), window.until)) return meeting
    }
    return undefined
  }

  /** The days that a report covers: `after` < day ≤ `until`. */
  reportWindow(report: string, days = defaultReportDays): { after: IsoDate; until: IsoDate } | undefined {
    const until = this.#dayOfReport(report)
    if (!until) return undefined
    const earliest = addDays(until, -days)
    const previous = this.seriesOf(report).previous(until)?.day
    return { after: previous && previous > earliest ? previous : earliest, until }
  }

  targetOf(url: string, from: string): Target {
    return targetOf(url, from, this.forge, (path) => this.has(path))
  }

  /** Where a link leads a reader to, any version of a file being that which is here; `undefined` when it is not here. */
  leadOf(url: string, from: string): Lead | undefined {
    return leadOf(url, from, this.forge, this.files)
  }

  /** Whether a URL is that of a picture which was uploaded to a pad. */
  isUpload(url: string): boolean {
    return isUpload(url, this.#facts.uploads)
  }

  /** Whether this community leaves its pictures on the pad, as far as nobody says otherwise. */
  get leavesUploads(): boolean {
    return !this.#facts.uploads && this.absences.leavesUploads
  }

  /** Whether there is a file or a folder with this path. */
  has(path: string): boolean {
    return this.files.has(path) || this.files.hasFolder(path)
  }

  /** The links that lead to a file or folder which is there, in the order of the paths of the files that hold them. */
  backlinks(path: string): readonly Backlink[] {
    return this.#followedLinks.to(path)
  }

  /** The paths of the files that link to a file or folder which is there, in their order. */
  linking(path: string): readonly string[] {
    return this.#followedLinks.from(path)
  }

  /** What others make of the files, as it is now. */
  derived<Value extends Derived>(kind: new () => Value): Value {
    return this.#derivations.of(kind, () => new kind())
  }

  /** The file whose minutes another file holds word for word. */
  originalOf(path: string): string | undefined {
    const summary = this.#summaries.get(path)
    return summary && this.#copies.originalOf(summary)
  }

  /** A report that is yet to be written is dated by its path alone. */
  #dayOfReport(report: string): IsoDate | undefined {
    return this.dayOf(report) ?? (this.#summaries.has(report) ? undefined : meetingDateOf(report)?.iso)
  }

  #findForge(): Forge | undefined {
    const { forge, branch, git } = this.#facts
    const inferred = forge && branch ? undefined : inferForge(this.#summaries.values(), this.files, git)
    const url = forge ?? inferred?.url
    return url === undefined ? undefined : { url, branch: branch ?? inferred?.branch ?? git.branch ?? usualBranch }
  }

  get #followedLinks(): Backlinks {
    const { forge, files } = this
    return this.#ofForge(Backlinks, () => new Backlinks(({ url }, from) => leadOf(url, from, forge, files)))
  }

  get #learntReports(): Reports {
    const { forge } = this
    const { reports, teams } = this.#facts
    return this.#ofForge(Reports, () => {
      const has = (path: string) => this.has(path)
      return new Reports(reports, teams, (url, from, exists) => targetOf(url, from, forge, exists), has)
    })
  }

  /** What others make of the files with the forge, as it is now. */
  #ofForge<Value extends Derived>(kind: Kind<Value>, make: () => Value): Value {
    if (!sameForge(this.#forgeBehind, this.forge))
      for (const each of [Backlinks, Reports]) this.#derivations.forget(each)
    this.#forgeBehind = this.forge
    return this.#derivations.of(kind, make)
  }

  /** Which files there are decides how the forge is inferred, and that decides what the reports' links say. */
  #changed(path: string, before: Summary | undefined, filesChanged: boolean): void {
    if (filesChanged) this.#derivations.forget(Backlinks)
    this.#derivations.changed(path, before, filesChanged)
    this.absences.forget(path)
    if (!filesChanged) return
    this.absences.forgetAll()
    this.#forge = undefined
  }

  #forget(path: string): void {
    const summary = this.#summaries.get(path)
    if (!summary) return
    this.#summaries.delete(path)
    const folder = seriesFolderOf(path)
    this.#seriesAt(folder).delete(path)
    this.#latestFirst = undefined
    if (this.#seriesAt(folder).isEmpty) {
      this.#series.delete(folder)
      this.#folders = undefined
    }
    this.#uncount(summary)
  }

  #uncount(summary: Summary): void {
    this.#copies.delete(summary)
    this.habits.delete(summary)
    this.linkWays.delete(summary)
  }

  #seriesAt(folder: string): Series {
    return getOrInsert(this.#series, folder, () => {
      this.#folders = undefined
      return new Series(folder)
    })
  }
}
