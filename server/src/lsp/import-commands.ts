import type * as lsp from 'vscode-languageserver'
import { aboutPad } from '../core/authoring/pad-import/about-pad.ts'
import { importPad, mendedOnImport, originOf } from '../core/authoring/pad-import/pad-import.ts'
import { isoDate } from '../core/minutes/calendar.ts'
import { rootOf } from './convert.ts'
import type { Context } from './feature.ts'
import { canMakeFiles, makesNoFiles, toNewDocument } from './new-document.ts'
import { type ImportedPad, type ImportPadParams, serverCommands } from './protocol.ts'
import { misuse, told } from './told.ts'

/** The commands that make minutes of pads. */
export const importCommands: Readonly<
  Record<string, (args: readonly unknown[], context: Context) => Promise<unknown>>
> = {
  [serverCommands.importPad]: ([params], context) => imported(params, context),
}

async function imported(params: unknown, context: Context): Promise<ImportedPad | null | lsp.ResponseError> {
  if (!isImportParams(params)) return misuse(usage)
  const { repositories, client, clock } = context
  await repositories.whenAllRead()
  const root = rootOf(params.root)
  const located = repositories.folders.find((one) => one.root === root) ?? repositories.locate(params.root)
  if (!located) return misuse(`${params.root} is in no workspace folder.`)
  if (!canMakeFiles(client)) return told({ refused: makesNoFiles }, located, context)
  const { workspace } = located
  const { repository } = workspace
  const today = clock.today()
  const { text, source } = params
  const about = aboutPad(text, source, repository, { today, read: (path) => workspace.minutes(path) })
  const folder = params.folder ?? about.team?.folder
  const day = params.day ?? about.day
  const known = { ...(folder !== undefined && { folder }), ...(day !== undefined && { day }) }
  if (folder === undefined || day === undefined) return known
  const isDayGiven = params.day !== undefined
  const made = importPad({ text, origin: originOf(source), folder, day, isDayGiven, today }, repository)
  if ('refused' in made) return told(made, located, context)
  const mended = workspace.mended(made.path, made.text, mendedOnImport)
  return { ...known, document: toNewDocument({ ...made, text: mended }, located) }
}

const usage =
  'The command takes one argument, { root, text, source, folder, day }: the URI of a workspace folder, the text of a pad, its URL or the name of a file, and, as far as they are known, the folder of the team and the ISO date. Pass it.'

function isImportParams(value: unknown): value is ImportPadParams {
  const { root, text, source, folder, day } = (value ?? {}) as Partial<ImportPadParams>
  const isDayOrNone = day === undefined || (typeof day === 'string' && isDay(day))
  const isFolderOrNone = folder === undefined || typeof folder === 'string'
  return [root, text, source].every((one) => typeof one === 'string') && isFolderOrNone && isDayOrNone
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number)
  return isoDate(year!, month!, day!) === text
}
