import { basename } from 'node:path'
import { countsOf } from '../../core/collections.ts'
import type { Finding } from '../../core/rules/check.ts'
import { settingsFile } from '../../core/settings/settings.ts'
import { LineIndex } from '../../core/text/lines.ts'
import { slice } from '../../core/text/span.ts'
import { Workspace } from '../../core/workspace.ts'
import type { CheckedFile, CheckedRepository } from '../check-repository.ts'
import { systemClock } from '../clock.ts'
import { DiskFiles } from '../files.ts'
import { baseOf } from './base.ts'
import { addedLines } from './changed-lines.ts'
import { CommittedFiles } from './committed-files.ts'
import { Git, GitFailure } from './git.ts'
import { renames } from './renames.ts'

/** What has changed in a repository from where it and a revision went apart, up to the files on the disk. */
export class Since {
  readonly #folder: string
  readonly #git: Git
  readonly #base: string
  #before: { readonly files: CommittedFiles; readonly workspace: Workspace } | undefined

  /** Throws a Misuse when git cannot say what has changed. */
  constructor(folder: string, revision: string) {
    this.#folder = folder
    this.#git = new Git(folder)
    this.#base = baseOf(this.#git, revision)
  }

  /** A check without the findings that were there before: left are those on lines that were added, and those that the change causes elsewhere. */
  narrow(checked: CheckedRepository): CheckedRepository {
    const faulty = checked.files.filter(({ findings }) => findings.length)
    if (!faulty.length) return checked
    const { files } = this.#readBefore()
    const before = this.#pathsBefore(faulty, checked)
    const come = faulty.filter(({ path }) => !before.has(path) && !files.isElsewhere(path))
    const ignored = this.#ignored(come)
    const findingsOf = (file: CheckedFile): readonly Finding[] => {
      const path = before.get(file.path)
      if (path !== undefined) return this.#brought(file, path)
      return come.includes(file) && !ignored.has(file.path) ? file.findings : []
    }
    return { ...checked, files: checked.files.map((file) => ({ ...file, findings: findingsOf(file) })) }
  }

  /** The path that each file had before; new files have none. */
  #pathsBefore(now: readonly CheckedFile[], checked: CheckedRepository): Map<string, string> {
    const { files } = this.#readBefore()
    const paths = new Map(now.filter(({ path }) => files.has(path)).map(({ path }) => [path, path]))
    const come = now.filter(({ path }) => !paths.has(path))
    if (!come.length) return paths
    const gone = [...files.list()]
      .filter((path) => !checked.has(path))
      .flatMap((path) => {
        const text = files.read(path)
        return text === undefined ? [] : [{ path, text }]
      })
    for (const [path, from] of renames(gone, come)) paths.set(path, from)
    return paths
  }

  /** Those of some files that git is told to leave alone. */
  #ignored(files: readonly CheckedFile[]): ReadonlySet<string> {
    if (!files.length) return new Set()
    try {
      const paths = files.map(({ path }) => `${path}\0`).join('')
      return new Set(this.#git.ask(['check-ignore', '-z', '--stdin'], paths).toString().split('\0'))
    } catch (error) {
      // Then none of them is ignored.
      if (error instanceof GitFailure) return new Set()
      throw error
    }
  }

  /** The findings of a file that stand on added lines, or that it did not have at its path before. */
  #brought(file: CheckedFile, pathBefore: string): readonly Finding[] {
    const textBefore = this.#readBefore().files.read(pathBefore) ?? ''
    const added = textBefore === file.text ? new Set<number>() : addedLines(textBefore, file.text)
    const lines = new LineIndex(file.text)
    const isAdded = ({ span: { start, end } }: Finding) => {
      const last = lines.lineAt(Math.max(start, end - 1))
      for (let line = lines.lineAt(start); line <= last; line += 1) if (added.has(line)) return true
      return false
    }
    if (file.findings.every(isAdded)) return file.findings
    const linesBefore = new LineIndex(textBefore)
    const known = countsOf(
      this.#findingsBefore(pathBefore).map((finding) =>
        identity({ ...finding, message: finding.message.replaceAll(pathBefore, file.path) }, textBefore, linesBefore),
      ),
    )
    return file.findings.filter((finding) => {
      if (isAdded(finding)) return true
      const id = identity(finding, file.text, lines)
      const count = known.get(id) ?? 0
      known.set(id, count - 1)
      return count <= 0
    })
  }

  #findingsBefore(path: string): readonly Finding[] {
    const { workspace } = this.#readBefore()
    if (path === settingsFile) return workspace.checkSettings()
    const minutes = workspace.minutes(path)
    return minutes ? workspace.check(minutes) : []
  }

  #readBefore() {
    this.#before ??= this.#read()
    return this.#before
  }

  #read() {
    const log = { info: () => {}, warn: () => {} }
    const files = new CommittedFiles(this.#git, this.#base, new DiskFiles(this.#folder, log))
    const workspace = new Workspace({
      files,
      clock: systemClock,
      log,
      folderName: basename(this.#folder),
      withoutIssues: true,
    })
    for (const _ of workspace.read()) void _
    return { files, workspace }
  }
}

/** What a finding is, wherever in its file it stands. */
function identity({ rule, message, span }: Finding, text: string, lines: LineIndex): string {
  return [rule, message, slice(text, lines.span(lines.lineAt(span.start)))].join('\n')
}
