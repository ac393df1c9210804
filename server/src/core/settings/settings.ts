import * as v from 'valibot'
import type { ConfiguredIssues } from '../repository/issue-labels.ts'
import type { ConfiguredPerson } from '../repository/person.ts'
import type { ConfiguredTeam } from '../repository/teams.ts'
import { fitsAny } from '../text/glob.ts'
import { meantName } from '../text/nearest-name.ts'
import type { Span } from '../text/span.ts'
import { type JsonDocument, readJson } from './jsonc.ts'
import { type PersonSetting, type RuleSetting, repositorySettings, type TeamSetting } from './schema.ts'

/** The name of the file that configures a repository, at its root. */
export const settingsFile = '.minutes.json'

/** What `.minutes.json` says; what it does not say is `undefined` or empty. */
export interface Settings {
  readonly forge: string | undefined
  readonly branch: string | undefined
  readonly reports: readonly string[] | undefined
  readonly teams: readonly ConfiguredTeam[]
  readonly uploads: readonly string[] | undefined
  readonly people: readonly ConfiguredPerson[]
  /** Which repositories the aliases of issues mean. */
  readonly issues: ConfiguredIssues
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Whether a path is none of Minutes' business. */
  readonly ignores: (path: string) => boolean
}

/** Something in `.minutes.json` that cannot be used; the rest of the file is. */
export interface SettingsMistake {
  readonly span: Span
  readonly message: string
  /** Whether the file's JSON Schema says so too, so that an editor with JSON support does. */
  readonly inSchema: boolean
}

export interface ReadSettings {
  readonly settings: Settings
  readonly mistakes: readonly SettingsMistake[]
  readonly document: JsonDocument
}

/** Reads the text of `.minutes.json`. What is wrong is left out and told; a text that is no JSON is read as far as it can be. */
export function readSettings(text: string): ReadSettings {
  const document = readJson(text)
  const mistakes: SettingsMistake[] = document.errors.map(({ span, message }) => ({
    span,
    message: `This is not JSON: ${message}. Mend it, because the settings behind this place may be lost.`,
    inSchema: true,
  }))
  const entries = isObject(document.value) ? document.value : {}
  if (document.value !== undefined && !isObject(document.value)) {
    mistakes.push({
      span: document.spanOf([]),
      message: 'The settings are an object. Write them between braces, such as { "reports": ["community-call"] }.',
      inSchema: true,
    })
  }
  const valid: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entries)) {
    const found = readEntry(document, key, value)
    mistakes.push(...found.mistakes)
    if (found.value !== undefined) valid[key] = found.value
  }
  return { settings: toSettings(valid as SettingsInput), mistakes, document }
}

/** The settings of a repository without `.minutes.json`. */
export const noSettings: Settings = toSettings({})

type SettingsInput = {
  [Key in keyof typeof repositorySettings]?: v.InferOutput<(typeof repositorySettings)[Key]> | undefined
}

function readEntry(
  document: JsonDocument,
  key: string,
  value: unknown,
): { value?: unknown; mistakes: SettingsMistake[] } {
  if (!Object.hasOwn(repositorySettings, key)) {
    const known = Object.keys(repositorySettings).filter((name) => name !== '$schema')
    const message = `There is no setting "${key}". ${meantName(key, known, `The settings are ${known.join(', ')}.`)}`
    return { mistakes: [{ span: document.spanOf([key], 'key'), message, inSchema: true }] }
  }
  const schema = repositorySettings[key as keyof typeof repositorySettings]
  const result = v.safeParse(schema, value)
  if (result.success) return { value: result.output, mistakes: [] }
  const rest = v.safeParse(schema, withoutMistakes(value, result.issues))
  return {
    value: rest.success ? rest.output : undefined,
    mistakes: result.issues.map((issue) => mistakeOf(document, key, issue)),
  }
}

/** A list or an object without the members that have a mistake in them. */
function withoutMistakes(value: unknown, issues: readonly v.BaseIssue<unknown>[]): unknown {
  const wrong = new Set(issues.map(({ path }) => String(path?.[0]?.key)))
  if (Array.isArray(value)) return value.filter((_, at) => !wrong.has(String(at)))
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !wrong.has(name))) : value
}

function mistakeOf(document: JsonDocument, key: string, issue: v.BaseIssue<unknown>): SettingsMistake {
  const path = [key, ...(issue.path ?? []).map((item) => item.key as string | number)]
  const last = issue.path?.at(-1)
  const isKey =
    (issue.type === 'strict_object' && issue.expected === 'never') ||
    (last && 'origin' in last && last.origin === 'key')
  // Whether a day is in the calendar is nothing that a JSON Schema could say.
  const inSchema = issue.type !== 'check'
  return { span: document.spanOf(path, isKey ? 'key' : 'value'), message: issue.message, inSchema }
}

function toSettings(input: SettingsInput): Settings {
  return {
    forge: input.forge,
    branch: input.branch,
    reports: input.reports,
    teams: (input.teams ?? []).map(toTeam),
    uploads: input.uploads,
    people: (input.people ?? []).map(toPerson),
    issues: input.issues ?? {},
    rules: input.rules ?? {},
    ignores: fitsAny(input.ignore ?? []),
  }
}

function toTeam({ name, aliases, folder }: TeamSetting): ConfiguredTeam {
  const folders = typeof folder === 'string' ? [{ path: folder, until: undefined }] : folder
  return { name, aliases: aliases ?? [], folders: folders.map(({ path, until }) => ({ path, until })) }
}

function toPerson({ handle, name, aliases }: PersonSetting): ConfiguredPerson {
  return { handle, name, aliases: aliases ?? [] }
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
