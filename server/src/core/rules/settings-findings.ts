import type { Repository } from '../repository/repository.ts'
import type { ReadSettings, SettingsMistake } from '../settings/settings.ts'
import type { Finding } from './check.ts'
import { ruleMistakes } from './rule-settings.ts'

/** The name under which mistakes in `.minutes.json` are reported. It is no rule: it cannot be switched off. */
export const settingsRule = 'invalid-settings'

export interface SettingsFinding extends Finding {
  /** Whether the file's JSON Schema says so too, so that an editor with JSON support shows it already. */
  readonly inSchema: boolean
}

/** The mistakes in `.minutes.json`, those among them that only a look at the repository shows. */
export function checkSettings(read: ReadSettings, repository: Repository): SettingsFinding[] {
  const mistakes = [...read.mistakes, ...ruleMistakes(read), ...missingFolders(read, repository)]
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

function missingFolders({ settings, document }: ReadSettings, repository: Repository): SettingsMistake[] {
  const named: { folder: string; at: (string | number)[] }[] = (settings.reports ?? []).map((folder, index) => ({
    folder,
    at: ['reports', index],
  }))
  settings.teams.forEach((team, index) => {
    team.folders.forEach(({ path }, place) => {
      named.push({
        folder: path,
        at: team.folders.length > 1 ? ['teams', index, 'folder', place, 'path'] : ['teams', index, 'folder'],
      })
    })
  })
  return named
    .filter(({ folder }) => !repository.files.hasFolder(folder))
    .map(({ folder, at }) => ({
      span: document.spanOf(at),
      message: `The repository has no folder "${folder}". Name one that is there, relative to the folder of this file.`,
      inSchema: false,
    }))
}
