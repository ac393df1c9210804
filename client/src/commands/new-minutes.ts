import { commands, Disposable, l10n, Uri, window } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, State } from 'vscode-languageclient'
import {
  type MeetingTeam,
  type NewDocument,
  type NewMinutesParams,
  serverCommands,
} from '../../../server/src/lsp/protocol.ts'
import { makeDocument } from '../make-document.ts'
import { back, pickOne } from '../pick.ts'
import { pickDay } from '../pick-day.ts'
import { folderBeside } from '../team-title.ts'

/** The command that makes the minutes of a team's next meeting: of the team in whose folder it is called, else of one that is chosen. The result ends it. */
export function newMinutes(client: BaseLanguageClient): Disposable {
  const follow = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void teamsOf(client).catch(() => {})
  })
  const command = commands.registerCommand('minutes.newMinutes', async (within?: unknown) => {
    const all = await teamsOf(client)
    if (!all.length) {
      void window.showInformationMessage(
        l10n.t('There are no minutes here from which to make the next ones. Write the first ones by hand.'),
      )
      return
    }
    const [here] = within instanceof Uri ? teamsAround(all, within) : []
    const params = await choose(here ? [here] : withOwnFirst(all))
    const document: NewDocument | null = params ? await run(client, serverCommands.newMinutes, params) : null
    if (document) await makeDocument(document)
  })
  return Disposable.from(follow, command)
}

/** The context key by which the explorer shows the command on the folders of teams. */
const foldersKey = 'minutes.folders'

async function teamsOf(client: BaseLanguageClient): Promise<MeetingTeam[]> {
  const teams: MeetingTeam[] = await run(client, serverCommands.teamsToMeet)
  void commands.executeCommand(
    'setContext',
    foldersKey,
    teams.map((team) => folderOf(team).fsPath),
  )
  return teams
}

/** Each question has a way back to the one before. */
async function choose(teams: readonly MeetingTeam[]): Promise<NewMinutesParams | undefined> {
  const of = teams.length > 1 ? 2 : 1
  for (;;) {
    const team = of > 1 ? await chooseTeam(teams) : teams[0]!
    if (!team || team === back) return undefined
    const titled = { title: l10n.t('New Minutes: {0}', team.name), step: of, of }
    const day = await pickDay(titled, l10n.t('The day of the meeting'), team)
    if (day !== back) return day === undefined ? undefined : { root: team.root, folder: team.folder, day }
  }
}

async function chooseTeam(teams: readonly MeetingTeam[]): Promise<MeetingTeam | typeof back | undefined> {
  const question = { title: l10n.t('New Minutes'), placeholder: l10n.t('The team that meets'), step: 1, of: 2 }
  const items = teams.map((team) => ({
    label: team.name,
    description: folderBeside(team),
    detail: team.prepared
      ? l10n.t('Minutes of {0} exist already', team.prepared)
      : l10n.t('Last met on {0}', team.latest),
    team,
  }))
  const chosen = await pickOne(question, items)
  return chosen === back ? back : chosen?.team
}

/** The team whose minutes somebody reads is likelier than those that meet earlier. */
function withOwnFirst(teams: readonly MeetingTeam[]): MeetingTeam[] {
  const read = window.activeTextEditor?.document.uri
  const own = read ? teamsAround(teams, read) : []
  return [...own, ...teams.filter((team) => !own.includes(team))]
}

/** The teams in whose folders something is, the nearest first: a team may have a folder in that of another one. */
function teamsAround(teams: readonly MeetingTeam[], uri: Uri): MeetingTeam[] {
  const around = teams.filter((team) => holds(team, uri))
  return around.sort((a, b) => b.folder.length - a.folder.length)
}

function holds(team: MeetingTeam, { path }: Uri): boolean {
  const within = folderOf(team).path
  return path === within || path.startsWith(`${within}/`)
}

function folderOf({ root, folder }: MeetingTeam): Uri {
  return Uri.joinPath(Uri.parse(root), folder)
}

function run(client: BaseLanguageClient, command: string, ...args: unknown[]) {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })
}
