import type * as lsp from 'vscode-languageserver'
import { newMinutes } from '../core/authoring/new-minutes/new-minutes.ts'
import { teamsToMeet } from '../core/authoring/new-minutes/teams.ts'
import { draftReport } from '../core/authoring/report-draft/draft.ts'
import { isoDate } from '../core/minutes/calendar.ts'
import { seriesFolderOf } from '../core/repository/series.ts'
import { rootOf } from './convert.ts'
import type { Context } from './feature.ts'
import { canMakeFiles, makesNoFiles, toNewDocument } from './new-document.ts'
import { type MeetingTeam, type NewDocument, type NewMinutesParams, serverCommands } from './protocol.ts'
import type { Located } from './repositories.ts'
import { misuse, told } from './told.ts'

type Command = (args: readonly unknown[], context: Context) => Promise<unknown>

/** The commands that make the minutes of the next meeting. */
export const newMinutesCommands: Readonly<Record<string, Command>> = {
  [serverCommands.teamsToMeet]: (_, context) => allTeams(context),
  [serverCommands.newMinutes]: ([params], context) => made(params, context),
}

async function allTeams({ repositories, clock }: Context): Promise<MeetingTeam[]> {
  await repositories.whenAllRead()
  return repositories.folders.flatMap(({ root, workspace }) =>
    teamsToMeet(workspace.repository, clock.today()).map((team) => ({ root, ...team })),
  )
}

async function made(params: unknown, context: Context): Promise<NewDocument | null | lsp.ResponseError> {
  if (!isNewMinutesParams(params)) return misuse(usage)
  const { repositories, client, clock } = context
  await repositories.whenAllRead()
  const root = rootOf(params.root)
  const folder = repositories.folders.find((one) => one.root === root)
  const located = folder ? { ...folder, path: '' } : repositories.locate(params.root)
  if (!located) return misuse(`${params.root} is in no workspace folder.`)
  if (!canMakeFiles(client)) return told({ refused: makesNoFiles }, located, context)
  const { workspace, path } = located
  const today = clock.today()
  const teams = teamsToMeet(workspace.repository, today)
  const here = teams.find((team) => team.folder === path || team.folder === seriesFolderOf(path))
  if (params.folder === undefined && !here && isGone(located)) return told({ refused: gone(path) }, located, context)
  const asked = params.folder ?? (here ?? teams[0])?.folder
  if (asked === undefined) return told({ refused: noTeams }, located, context)
  const day = params.day ?? teams.find((team) => team.folder === asked)?.days[0]?.day ?? today
  const make = workspace.repository.isReportSeries(asked) ? draftReport : newMinutes
  const file = make({ folder: asked, day, today }, workspace.repository, (path) => workspace.minutes(path))
  return 'refused' in file ? told(file, located, context) : toNewDocument(file, located)
}

/** Whether nothing is called so, as after somebody has renamed the folder. The first team would not be the one that is meant. */
function isGone({ workspace, path }: Located): boolean {
  return path !== '' && !workspace.exists(path) && !workspace.repository.has(path)
}

function gone(path: string): string {
  return `There is no ${path} here any more, so whose minutes to make is not known. Choose the team's folder.`
}

const usage =
  'The command takes one argument, { root, folder, day }: the URI of a workspace folder, and, as far as they are known, the folder of the team and the ISO date. Pass it.'
const noTeams = 'There are no minutes here from which to make the next ones. Write the first ones by hand.'

function isNewMinutesParams(value: unknown): value is NewMinutesParams {
  const { root, folder, day } = (value ?? {}) as Partial<NewMinutesParams>
  const isDayOrNone = day === undefined || (typeof day === 'string' && isDay(day))
  return typeof root === 'string' && (folder === undefined || typeof folder === 'string') && isDayOrNone
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number)
  return isoDate(year!, month!, day!) === text
}
