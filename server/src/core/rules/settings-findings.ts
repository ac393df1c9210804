import type { Repository } from '../repository/repository.ts'
import { folderPath } from '../settings/schema-members.ts'
import type { ReadSettings, SettingsMistake } from '../settings/settings.ts'
import type { Finding } from './check.ts'
import { ruleMistakes } from './rule-settings.ts'

/** The name under which mistakes in `.minutes.json` are reported. It is no rule: it cannot be switched off. */
export const settingsRule = 'invalid-settings'

export interface SettingsFinding extends Finding {
  /** Whether the file's JSON Schema says so too, so that an editor with JSON support shows it already. */
  readonly inSchema: boolean
}

/** The mistakes in `.minutes.json`, those among them that only a look at the repository shows, where it has been read. */
export function checkSettings(read: ReadSettings, repository: Repository | undefined): SettingsFinding[] {
  const mistakes = [
    ...read.mistakes,
    ...ruleMistakes(read),
    ...repeatedNames(read),
    ...(repository ? [...missingFolders(read, repository), ...uselessPatterns(read, repository)] : []),
  ]
  return mistakes
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, message, inSchema }) => ({
      rule: settingsRule,
      severity: 'warning',
      span,
      message,
      inSchema,
      fixes: () => [],
      related: undefined,
    }))
}

/** A heading with a name that several teams have names the first of them. */
function repeatedNames({ document }: ReadSettings): SettingsMistake[] {
  const owners = new Map<string, number>()
  return namesOfTeams(document.value).flatMap(({ team, name, at }) => {
    const owner = owners.get(name.toLowerCase()) ?? team
    owners.set(name.toLowerCase(), owner)
    if (owner === team) return []
    const message = `Another team is called "${name}" already, so this one is never meant by it. If it is the same team, give the first one a list of folders: "folder": [{ "path": "…", "until": "…" }, { "path": "…" }].`
    return [{ span: document.spanOf(at), message, inSchema: false }]
  })
}

function missingFolders({ document }: ReadSettings, repository: Repository): SettingsMistake[] {
  return foldersIn(document.value)
    .filter(({ folder }) => folder && !repository.files.hasFolder(folder))
    .map(({ folder, at }) => ({
      span: document.spanOf(at),
      message: `The repository has no folder "${folder}". Name one that is there, relative to the folder of this file.`,
      inSchema: false,
    }))
}

/** A pattern is about whole paths: unlike in `.gitignore`, the name of a folder alone fits no file. */
function uselessPatterns({ document }: ReadSettings, repository: Repository): SettingsMistake[] {
  return listOf(document.value, 'ignore').flatMap((pattern, index) => {
    if (typeof pattern !== 'string' || !(pattern.startsWith('/') || /^[^*?{}[\]()!]+$/.test(pattern))) return []
    const meant = folderPath(pattern)
    const isFolder = meant !== '' && repository.files.hasFolder(meant)
    if (!isFolder && !pattern.startsWith('/')) return []
    const message = `This pattern fits no file, because it is compared with whole paths. Write "${isFolder ? `${meant}/**` : meant}".`
    return [{ span: document.spanOf(['ignore', index]), message, inSchema: false }]
  })
}

/** The folders that the settings name, each with its place. Parts with mistakes in them have places too, so this reads what is written. */
function foldersIn(value: unknown): { folder: string; at: (string | number)[] }[] {
  const reports = listOf(value, 'reports').map((folder, index) => ({ folder, at: ['reports', index] }))
  const teams = listOf(value, 'teams').flatMap((team, index) => {
    const at = ['teams', index, 'folder']
    const dated = listOf(team, 'folder').map((folder, place) => ({
      folder: memberOf(folder, 'path'),
      at: [...at, place, 'path'],
    }))
    return [{ folder: memberOf(team, 'folder'), at }, ...dated]
  })
  return [...reports, ...teams].flatMap(({ folder, at }) =>
    typeof folder === 'string' ? [{ folder: folderPath(folder), at }] : [],
  )
}

/** The names and aliases of the teams, each with the team's place among them and its own. */
function namesOfTeams(value: unknown): { team: number; name: string; at: (string | number)[] }[] {
  return listOf(value, 'teams').flatMap((member, team) => {
    const aliases = listOf(member, 'aliases').map((name, index) => ({ name, at: ['teams', team, 'aliases', index] }))
    return [{ name: memberOf(member, 'name'), at: ['teams', team, 'name'] }, ...aliases].flatMap(({ name, at }) =>
      typeof name === 'string' ? [{ team, name, at }] : [],
    )
  })
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const member = memberOf(value, key)
  return Array.isArray(member) ? member : []
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
