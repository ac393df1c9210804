import * as lsp from 'vscode-languageserver'
import {
  latestMeeting,
  meetingOfSection,
  nextMeeting,
  previousMeeting,
  reportOfMeeting,
  teamsFrom,
  type Way,
} from '../core/ide/meetings/meetings.ts'
import type { Place } from '../core/ide/navigation/place.ts'
import type { Span } from '../core/text/span.ts'
import { actionCommands } from './action-commands.ts'
import { calendarCommands } from './calendar-commands.ts'
import { checkRepository } from './check-commands.ts'
import { startOf, uriOf } from './convert.ts'
import { attempted, type Context } from './feature.ts'
import { importCommands } from './import-commands.ts'
import { ledgerCommands } from './ledger-commands.ts'
import { asked, toLocation } from './navigation.ts'
import { newMinutesCommands } from './new-minutes-commands.ts'
import { type GoToParams, serverCommands, type TeamEntry } from './protocol.ts'
import { reportCommands } from './report-commands.ts'
import type { OpenDocument } from './repositories.ts'
import { pictureCommands } from './save-pictures.ts'
import { setUpCommands } from './set-up-commands.ts'
import { misuse, say } from './told.ts'

const ways: Readonly<Record<string, (place: Place, params: GoToParams) => Way>> = {
  [serverCommands.previousMeeting]: previousMeeting,
  [serverCommands.nextMeeting]: nextMeeting,
  [serverCommands.reportOfMeeting]: reportOfMeeting,
  [serverCommands.meetingOfSection]: meetingOfSection,
  [serverCommands.latestMeeting]: (place, { folder }) => latestMeeting(place, folder),
}

/** The commands that others answer. */
const others = {
  ...actionCommands,
  ...calendarCommands,
  ...setUpCommands,
  ...importCommands,
  ...ledgerCommands,
  ...newMinutesCommands,
  ...pictureCommands,
  ...reportCommands,
}

/** The answer to a command, which its user is told too where there is something to say. */
export async function answerCommand(
  { command, arguments: args }: lsp.ExecuteCommandParams,
  token: lsp.CancellationToken,
  progress: lsp.WorkDoneProgressReporter,
  context: Context,
): Promise<unknown> {
  if (command === serverCommands.checkRepository) return checkRepository(context, token, progress)
  if (Object.hasOwn(others, command)) return others[command]!(args ?? [], context)
  const way = ways[command]
  if (!way && command !== serverCommands.teams) return misuse(`There is no command ${command}.`)
  const params = args?.[0]
  if (!isGoToParams(params)) return misuse(usage)
  const { document, place } = (await asked(params, context)) ?? {}
  if (!place) {
    if (isClosed(params.textDocument.uri, context)) return misuse(`${params.textDocument.uri} is not open. Open it.`)
    await say('This file is in no folder of minutes. Open minutes first.', context)
    return way ? null : []
  }
  if (!way) return teamsOf(place, context)
  const found = way(place, params)
  if ('path' in found) return shown(locationOf(found, document!), context)
  await say(found.none, context)
  return null
}

async function teamsOf(place: Place, context: Context): Promise<TeamEntry[]> {
  const teams = teamsFrom(place)
  if (!teams.length) await say('This folder has no minutes of meetings.', context)
  return teams
}

/** Whether a file of a workspace folder is one that the client has not opened. */
function isClosed(uri: string, { repositories }: Context): boolean {
  return repositories.locate(uri) !== undefined && !repositories.document(uri)
}

/** The line at which one arrives, or the start of the file. */
function locationOf(
  { path, span }: { readonly path: string; readonly span?: Span },
  document: OpenDocument,
): lsp.Location {
  if (!span) return startOf(uriOf(document.root, path))
  const { uri, range } = toLocation({ path, span }, document)
  return { uri, range: { start: range.start, end: range.start } }
}

/** Shows a place where the client can be asked to. */
async function shown(place: lsp.Location, { connection, client }: Context): Promise<lsp.Location> {
  if (client.capabilities.window?.showDocument?.support) {
    await attempted(connection, async () => {
      await connection.window.showDocument({ uri: place.uri, selection: place.range, takeFocus: true })
    })
  }
  return place
}

const usage =
  "The command takes one argument, LSP's TextDocumentPositionParams: where somebody is in an open document. Pass it."

function isGoToParams(value: unknown): value is GoToParams {
  const { textDocument, position, folder } = (value ?? {}) as Partial<GoToParams>
  const isFolder = folder === undefined || typeof folder === 'string'
  return typeof textDocument?.uri === 'string' && lsp.Position.is(position) && isFolder
}
