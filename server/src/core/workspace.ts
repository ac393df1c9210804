import type { Clock, Files, Log } from './host.ts'
import { isMinutesFile, type Minutes, readMinutes } from './minutes/minutes.ts'
import { fingerprintOf } from './repository/fingerprint.ts'
import type { Fix } from './repository/fix.ts'
import { readGitRemotes } from './repository/forge.ts'
import { Repository } from './repository/repository.ts'
import { type Summary, type SummaryOptions, summarise } from './repository/summary.ts'
import { SummaryPool } from './repository/summary-pool.ts'
import { checkMinutes, type Finding } from './rules/check.ts'
import { fixAll, isSafe } from './rules/fix-all.ts'
import { rules } from './rules/index.ts'
import { type RuleSettings, type RuleSeverities, ruleSettings } from './rules/rule-settings.ts'
import { checkSettings, type SettingsFinding } from './rules/settings-findings.ts'
import { type ReadSettings, readSettings, settingsFile } from './settings/settings.ts'
import { applyEdits } from './text/edit.ts'
import { folderOf, isHidden } from './text/path.ts'

/** The files that decide how a repository is understood as a whole. */
const gitFiles = ['.git/config', '.git/refs/remotes/origin/HEAD'] as const
const foundingFiles: readonly string[] = [settingsFile, ...gitFiles]

/** Fixes come to an end; what other fixes make may be mended too. */
const mostRounds = 5

export interface WorkspaceHost extends SummaryOptions {
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  /** What the repository is called when it has no forge. */
  readonly folderName: string
}

/**
 * One repository, as a host keeps it: read once, then kept up to date file by file, whether a file changes on the disk or in an editor.
 * What an editor shows counts more than what the disk has.
 */
export class Workspace {
  repository: Repository
  /** Counts the changes of any file or setting: the findings of one version are the same. */
  version = 0
  /** Whether every file has been read: until then links seem to lead nowhere, and minutes to be missing. */
  isRead = false
  /** How many texts have been skimmed so far. Tests count the work: its number is the same on every machine. */
  skimmed = 0
  readonly #host: WorkspaceHost
  readonly #open = new Map<string, Minutes>()
  readonly #pool = new SummaryPool()
  #settings: ReadSettings
  /** The text from which they have been read. */
  #settingsText = ''
  #rules: RuleSettings
  #preferred: RuleSeverities = {}
  #settingsInEditor: string | undefined

  constructor(host: WorkspaceHost) {
    this.#host = host
    this.#settings = this.#readSettings()
    this.#rules = ruleSettings(this.#settings.settings)
    this.repository = this.#newRepository()
  }

  /**
   * Lists all files, then reads those that are not known yet, one a step; the step is the file's minutes, where it has any. It may be dropped
   * in between: what has been read by then counts. The result is how many files there are.
   */
  *read(): Generator<Minutes | undefined, number> {
    const paths: string[] = []
    // What exists is known before anything is read, so that no link is taken for dead meanwhile.
    for (const path of this.#host.files.list()) {
      this.repository.add(path)
      paths.push(path)
      yield undefined
    }
    for (const path of paths) {
      const isKnown = this.#open.has(path) || this.repository.summary(path) !== undefined
      yield isKnown ? undefined : this.#take(path)
    }
    this.isRead = true
    this.version += 1
    return paths.length
  }

  /** A file is open in an editor and has this text now. The result is whether that is another one. */
  edit(path: string, text: string): boolean {
    this.version += 1
    if (path === settingsFile) return this.#showSettings(text)
    const before = this.repository.summary(path)
    this.#open.set(path, this.#skim(path, text, this.#open.get(path)))
    this.#take(path)
    return before?.exact !== this.repository.summary(path)?.exact
  }

  /** A file is no longer open: the disk's text counts again. The result is whether that is another one. */
  close(path: string): boolean {
    const before = this.version
    this.#open.delete(path)
    if (path === settingsFile ? this.#showSettings(undefined) : this.#takeAnew(path)) this.version += 1
    return this.version !== before
  }

  /** Files may have been created, changed or deleted on the disk. The result is whether any of them matters here. */
  changed(paths: Iterable<string>): boolean {
    const before = this.version
    for (const path of paths) {
      if (foundingFiles.includes(path)) {
        this.version += 1
        this.#refound()
        continue
      }
      for (const file of this.#filesAt(path)) {
        if (this.#takeAnew(file)) this.version += 1
      }
    }
    return this.version !== before
  }

  /** The person at the editor has severities of their own, which win over those of the repository. */
  prefer(severities: RuleSeverities): void {
    this.version += 1
    this.#preferred = severities
    this.#rules = ruleSettings(this.#settings.settings, severities)
  }

  /** A file as it is now; `undefined` when there is none, or it is no Markdown. */
  minutes(path: string): Minutes | undefined {
    const open = this.#open.get(path)
    if (open || !isMinutesFile(path)) return open
    return this.#skimmedOf(path, this.#host.files.read(path))
  }

  /** The text of any file as it is now, in the editor or on the disk. */
  text(path: string): string | undefined {
    if (path === settingsFile && this.#settingsInEditor !== undefined) return this.#settingsInEditor
    return this.#open.get(path)?.text ?? this.#host.files.read(path)
  }

  /** Whether the host has such a file. Where capitals make no difference, it is there in any. */
  exists(path: string): boolean {
    return this.#host.files.has(path)
  }

  /** How the URLs of uploaded pictures begin, as far as `.minutes.json` says. */
  get uploads(): readonly string[] {
    return this.#settings.settings.uploads ?? []
  }

  ignores(path: string): boolean {
    return this.#settings.settings.ignores(path)
  }

  /** Whether a rule reports nothing here, whatever there is. */
  isOff(id: string): boolean {
    return rules.some((rule) => rule.id === id && this.#rules.of(rule).severity === 'off')
  }

  /** What is wrong in a file; while the repository is being read, as far as its own text tells. */
  check(minutes: Minutes): Finding[] {
    if (this.ignores(minutes.path)) return []
    return checkMinutes(minutes, this.repository, this.#rules, this.#host.clock.today(), this.isRead)
  }

  /** The text that a new file would have once all safe fixes are made, and the first fixes of some other rules. */
  mended(path: string, text: string, others: readonly string[] = []): string {
    let mended = text
    for (let round = 0; round < mostRounds; round += 1) {
      this.edit(path, mended)
      const accepts = (fix: Fix, { rule }: Finding) =>
        fix.edits.every((edit) => edit.path === path) && (isSafe(fix) || others.includes(rule))
      const { edits } = fixAll(this.check(this.minutes(path)!), accepts)
      this.close(path)
      if (!edits.length) break
      mended = applyEdits(mended, edits)
    }
    return mended
  }

  /** The mistakes in `.minutes.json`; while the repository is being read, as far as its own text tells. */
  checkSettings(): SettingsFinding[] {
    return checkSettings(this.#settings, this.isRead ? this.repository : undefined)
  }

  /** An editor shows the settings with this text, or no longer. The result is whether they are others than those that have been read. */
  #showSettings(text: string | undefined): boolean {
    this.#settingsInEditor = text
    const isOther = (this.text(settingsFile) ?? '') !== this.#settingsText
    if (isOther) this.#refound()
    return isOther
  }

  #skimmedOf(path: string, text: string | undefined): Minutes | undefined {
    return text === undefined ? undefined : this.#skim(path, text)
  }

  #skim(path: string, text: string, before?: Minutes): Minutes {
    this.skimmed += 1
    return readMinutes(path, text, before)
  }

  /** A file itself; of a folder, which hosts tell of as a whole, the files that are or were in it. */
  #filesAt(path: string): string[] {
    const { files } = this.#host
    if (isHidden(path)) return []
    const isFile = this.repository.files.has(path) || files.has(path)
    const known = () => [...this.repository.files].filter((file) => file.startsWith(`${path}/`))
    const found = isFile ? [path] : [...known(), ...files.list(path)]
    // What is renamed by its capitals alone may be known by the old ones.
    const spelt = found.flatMap((file) => [file, ...this.repository.files.alike(file)])
    return [...new Set(spelt)].filter((file) => !this.#open.has(file))
  }

  /** Takes in a file that may have changed. The result is whether that matters: of a file that is not read, only its being there does. */
  #takeAnew(path: string): boolean {
    const { repository } = this
    const before = { exists: repository.files.has(path), summary: repository.summary(path) }
    // What is known is compared first, and read once for that and for taking it in.
    const text = before.summary && this.#host.files.read(path)
    if (before.summary && this.#isStill(before.summary, text)) return false
    this.#take(path, before.summary ? () => this.#skimmedOf(path, text) : undefined)
    return before.exists !== repository.files.has(path) || before.summary !== repository.summary(path)
  }

  /** Whether a file that is not open has the text that it had. */
  #isStill({ path, exact }: Summary, text: string | undefined): boolean {
    if (text === undefined || this.ignores(path) || this.#isMisspelt(path)) return false
    return fingerprintOf(text).exact === exact
  }

  /** Takes in a file as it is now. */
  #take(path: string, read = () => this.minutes(path)): Minutes | undefined {
    const isNothing = isHidden(path) || this.#isMisspelt(path)
    const minutes = isNothing || this.ignores(path) ? undefined : read()
    if (minutes) {
      this.repository.set(summarise(minutes, this.#host, this.#pool))
      return minutes
    }
    const exists = !isNothing && this.#host.files.has(path)
    if (!exists || this.repository.summary(path)) this.repository.delete(path)
    if (exists) this.repository.add(path)
    return undefined
  }

  /** Whether a file is called otherwise than its path is spelt: a file system may find it all the same. */
  #isMisspelt(path: string): boolean {
    if (this.#open.has(path) || !this.repository.files.alike(path).length) return false
    return ![...this.#host.files.list(folderOf(path))].includes(path)
  }

  /** What the repository is may have changed: its files are the same, but all that is inferred from them is inferred anew. */
  #refound(): void {
    const known = this.repository
    const ignoredBefore = this.#settings.settings.ignores
    this.#settings = this.#readSettings()
    this.#rules = ruleSettings(this.#settings.settings, this.#preferred)
    this.repository = this.#newRepository()
    for (const path of new Set([...known.files, ...this.#open.keys()])) {
      const summary = known.summary(path)
      if (ignoredBefore(path) !== this.ignores(path)) this.#take(path)
      else if (summary) this.repository.set(summary)
      else this.repository.add(path)
    }
  }

  #readSettings(): ReadSettings {
    this.#settingsText = this.text(settingsFile) ?? ''
    return readSettings(this.#settingsText)
  }

  #newRepository(): Repository {
    const { files, folderName } = this.#host
    const [config, head] = gitFiles.map((file) => files.read(file))
    return new Repository({ ...this.#settings.settings, folderName, git: readGitRemotes(config, head) })
  }
}
