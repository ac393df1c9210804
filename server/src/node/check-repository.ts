import { isMinutesFile, type Minutes } from '../core/minutes/minutes.ts'
import type { LinkCount } from '../core/repository/absences.ts'
import type { Finding } from '../core/rules/check.ts'
import { settingsFile } from '../core/settings/settings.ts'
import { isHidden } from '../core/text/path.ts'
import type { Workspace } from '../core/workspace.ts'
import { openWorkspace } from './open-workspace.ts'
import type { Root } from './roots.ts'
import { untoldLinks } from './untold-links.ts'
import { whereMinutesAre } from './where-minutes-are.ts'

export interface CheckedFile {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
}

export interface CheckedRepository {
  /** Its absolute path. */
  readonly root: string
  readonly files: readonly CheckedFile[]
  /** The text of any file of the repository. */
  readonly text: (path: string) => string | undefined
  /** Whether the repository has a file. */
  readonly has: (path: string) => boolean
  /** How many links there are where so many lead nowhere that those rules that are asked for are silent on single ones. */
  readonly untoldLinks: (isAskedFor: (rule: string) => boolean) => LinkCount | undefined
}

export interface CheckHost {
  /** `of` is 0 while the number of files is not known. */
  progress(done: number, of: number): void
  /** Something could not be read. */
  problem(message: string): void
  /** Something that the user may not expect. */
  note(message: string): void
  /** The rules that the user named. */
  readonly rules: readonly string[]
  /** Whether to keep silent where a file was named that is not checked. */
  readonly skipUnchecked: boolean
}

/** Minutes take many times the memory of their texts. Those that come when texts of so many characters have been kept are read once more. */
const mostKept = 20_000_000

/** Reads a repository whole and checks the files that were asked for, in the order of their paths. */
export function checkRepository(
  { folder, paths, files: named }: Root,
  { progress, problem, note, rules, skipUnchecked }: CheckHost,
  keptCharacters = mostKept,
): CheckedRepository {
  const workspace = openWorkspace(folder, problem)
  let read = 0
  let room = keptCharacters
  const wanted: string[] = []
  const kept = new Map<string, Minutes>()
  for (const minutes of workspace.read()) {
    if (!minutes) continue
    read += 1
    progress(read, 0)
    if (!isAskedFor(minutes.path, paths)) continue
    wanted.push(minutes.path)
    room -= minutes.text.length
    if (room >= 0) kept.set(minutes.path, minutes)
  }
  wanted.sort()
  const settings = settingsFindings(workspace, paths)
  const checked: CheckedFile[] = []
  for (const [at, path] of wanted.entries()) {
    progress(settings.length + at + 1, settings.length + wanted.length)
    const minutes = kept.get(path) ?? workspace.minutes(path)
    kept.delete(path)
    if (minutes) checked.push({ path, text: minutes.text, findings: workspace.check(minutes) })
  }
  const all = [...settings, ...checked]
  const texts = new Map(all.map((file) => [file.path, file.text]))
  const text = (path: string) => texts.get(path) ?? workspace.text(path)
  for (const path of skipUnchecked ? [] : named) {
    if (!all.some((file) => file.path === path)) problem(whyUnchecked(path, workspace))
  }
  for (const rule of rules) {
    if (workspace.isOff(rule)) note(`${rule} is off here, so it finds nothing. Give it a severity in ${settingsFile}.`)
  }
  // Whoever checks another folder than they mean must not think that all is well.
  if ((read || !skipUnchecked) && !workspace.repository.holdsMinutes) {
    note(`No minutes are found in ${folder}. ${whereMinutesAre} Check another folder, or name the files so.`)
  }
  return {
    root: folder,
    files: all,
    text,
    has: (path) => workspace.repository.files.has(path),
    untoldLinks: (isAskedFor) => untoldLinks(workspace, isAskedFor, wanted),
  }
}

/** Whoever names a file wants it checked: that it is left out must not look as if all were well. */
function whyUnchecked(path: string, workspace: Workspace): string {
  if (workspace.ignores(path)) return `${path} is not checked: ${settingsFile} ignores it.`
  if (!isMinutesFile(path)) return `${path} is not checked: it is no Markdown. Name a file that ends in .md.`
  if (isHidden(path)) return `${path} is not checked: hidden files and node_modules are left out.`
  return `${path} is not checked: it cannot be read, or a link on the way to it leads elsewhere.`
}

function settingsFindings(workspace: Workspace, paths: readonly string[]): CheckedFile[] {
  const text = isAskedFor(settingsFile, paths) ? workspace.text(settingsFile) : undefined
  return text === undefined ? [] : [{ path: settingsFile, text, findings: workspace.checkSettings() }]
}

function isAskedFor(path: string, paths: readonly string[]): boolean {
  return paths.some((asked) => asked === '' || path === asked || path.startsWith(`${asked}/`))
}
