import { edit, type FileEdit } from '../../repository/fix.ts'
import { type Moves, movedPath } from '../../repository/moves.ts'
import { readJson } from '../../settings/jsonc.ts'
import { folderPath } from '../../settings/schema-members.ts'
import { settingsFile } from '../../settings/settings.ts'

/** What `.minutes.json` must say, given its text, once folders have moved. Nothing while that text is broken. */
export function withFolders(text: string | undefined, moves: Moves): FileEdit[] {
  return withTexts(text, (path, value) => {
    if (isAt(path, 'ignore', '*')) return movedPattern(value, moves)
    const isFolder = isAt(path, 'reports', '*') || isAt(path, 'teams', '*', 'folder')
    return isFolder || isAt(path, 'teams', '*', 'folder', '*', 'path') ? movedFolder(value, moves) : value
  })
}

/** What `.minutes.json` must say, given its text, once somebody has another handle. */
export function withHandle(text: string | undefined, from: string, to: string): FileEdit[] {
  return withTexts(text, (path, value) => {
    const isHandle = isAt(path, 'people', '*', 'handle') || isAt(path, 'people', '*', 'aliases', '*')
    const [, at, name] = /^(@?)(.*)$/s.exec(value) as unknown as [string, string, string]
    return isHandle && name.toLowerCase() === from.toLowerCase() ? at + to : value
  })
}

type Path = readonly (string | number)[]

/** The edits that give texts another value, wherever they stand in the settings. */
function withTexts(text: string | undefined, change: (path: Path, value: string) => string): FileEdit[] {
  const { value, errors, spanOf } = readJson(text ?? '')
  if (errors.length) return []
  return [...textsIn(value)].flatMap(({ path, text }) => {
    const changed = change(path, text)
    return changed === text ? [] : edit(settingsFile, spanOf(path), JSON.stringify(changed))
  })
}

function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* textsIn(item, [...path, at])
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) yield* textsIn(member, [...path, key])
}

/** `*` stands for the place in a list. */
function isAt(path: Path, ...wanted: readonly string[]): boolean {
  return (
    path.length === wanted.length &&
    wanted.every((key, at) => (key === '*' ? typeof path[at] === 'number' : path[at] === key))
  )
}

/** As it was written but for the path: `./harbour/` stays `./port/`. */
function movedFolder(written: string, moves: Moves): string {
  const folder = folderPath(written)
  const to = movedPath(moves, folder)
  return folder && to !== folder ? written.replace(folder, () => to) : written
}

/** The part of a pattern that is a path without wildcards may be that of a folder, or of a file when it is the whole. */
function movedPattern(pattern: string, moves: Moves): string {
  const [plain] = /^(?:[^*?[\]{}()!\\]|\\.)*/s.exec(pattern)!
  const named = plain === pattern ? plain : plain.slice(0, Math.max(0, plain.lastIndexOf('/')))
  const path = named.replace(/\\(.)/gs, '$1')
  const to = movedPath(moves, path)
  if (!path || to === path) return pattern
  return to.replace(/[*?[\]{}()!\\]/g, '\\$&') + pattern.slice(named.length)
}
