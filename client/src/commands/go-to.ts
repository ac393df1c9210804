import { commands, Disposable, l10n, window } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient'
import { type GoToParams, serverCommands, type TeamEntry } from '../../../server/src/lsp/protocol.ts'
import { folderBeside } from '../team-title.ts'

/** The commands that go from the minutes in the editor to others. The server shows them, or says why there are none. The result ends them. */
export function goToMeetings(client: BaseLanguageClient): Disposable {
  const register = (id: string, run: (from: GoToParams) => Promise<unknown>) =>
    commands.registerCommand(id, async () => {
      const from = placeInEditor(client)
      if (from) await run(from)
    })
  const ask = (command: string, params: GoToParams) =>
    client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [params] })
  const { previousMeeting, nextMeeting, reportOfMeeting, meetingOfSection, latestMeeting, teams } = serverCommands
  return Disposable.from(
    register('minutes.goToPreviousMeeting', (from) => ask(previousMeeting, from)),
    register('minutes.goToNextMeeting', (from) => ask(nextMeeting, from)),
    register('minutes.goToReport', (from) => ask(reportOfMeeting, from)),
    register('minutes.goToReportedMeeting', (from) => ask(meetingOfSection, from)),
    register('minutes.goToLatestMeeting', async (from) => {
      const folder = await pickTeam(await ask(teams, from))
      if (folder !== undefined) await ask(latestMeeting, { ...from, folder })
    }),
  )
}

function placeInEditor(client: BaseLanguageClient): GoToParams | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const { textDocument, position } = client.code2ProtocolConverter.asTextDocumentPositionParams(
    editor.document,
    editor.selection.active,
  )
  return { textDocument, position }
}

/** The folder of the team that the user chooses; where there are none, the server has said why. */
async function pickTeam(teams: readonly TeamEntry[]): Promise<string | undefined> {
  if (!teams.length) return undefined
  const items = teams.map(({ name, folder, day }) => ({
    label: name,
    description: day,
    detail: folderBeside({ name, folder }),
    folder,
  }))
  const options = {
    placeHolder: l10n.t('The team whose latest minutes to open'),
    matchOnDescription: true,
    matchOnDetail: true,
  }
  return (await window.showQuickPick(items, options))?.folder
}
