import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient'
import { hostOf } from '../../../server/src/download/address.ts'
import { downloadText } from '../../../server/src/download/download.ts'
import { markdownAddress } from '../../../server/src/download/pad-address.ts'
import { whyNotDownloaded } from '../../../server/src/download/words.ts'
import {
  type ImportedPad,
  type ImportPadParams,
  type MeetingTeam,
  type NewDocument,
  serverCommands,
} from '../../../server/src/lsp/protocol.ts'
import type { PictureStore } from '../client.ts'
import { makeDocument } from '../make-document.ts'
import { isTrusted } from '../only-trusted.ts'
import { askText, back, pickOne } from '../pick.ts'
import { pickDay } from '../pick-day.ts'
import { folderBeside } from '../team-title.ts'

/** The command that makes minutes of a pad, whose address it asks for. The result ends it. */
export function importPad(client: BaseLanguageClient, pictures: PictureStore | undefined): Disposable {
  return commands.registerCommand('minutes.importPad', async () => {
    const root = rootToImportInto()
    if (!root || !(await isTrusted(l10n.t('Pads are imported in workspaces alone that you trust.')))) return
    const question = {
      title: title(),
      placeholder: l10n.t('The address of the pad: https://pad.example.org/…'),
      step: 1,
      of: 1,
    }
    const typed = await askText(question, whatIsWrong)
    if (typed === undefined || typed === back) return
    const address = typed.trim()
    const text = await downloaded(address)
    const document = text === undefined ? undefined : await imported({ root, text, source: address }, client)
    const made = document && (await makeDocument(document))
    if (!made || !pictures) return
    if (!(await pictures.storeFrom(address, Uri.parse(document.uri), client))) await made.discard()
  })
}

const title = () => l10n.t('Import from Pad')

/** That of the file in the editor, or the first one. */
function rootToImportInto(): string | undefined {
  const read = window.activeTextEditor?.document.uri
  const folder = (read && workspace.getWorkspaceFolder(read)) ?? workspace.workspaceFolders?.[0]
  return folder?.uri.toString()
}

function whatIsWrong(text: string): string | undefined {
  const isAddress = markdownAddress(text) !== undefined
  return isAddress
    ? undefined
    : l10n.t('Paste the address at which you read the pad, such as https://pad.example.org/harbour.')
}

/** The text of a pad; `undefined` where there is none, which is told, or its user has had enough. */
async function downloaded(pad: string): Promise<string | undefined> {
  const address = markdownAddress(pad)!
  const host = hostOf(address) ?? ''
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Reading the pad at {0}', host),
    cancellable: true,
  }
  return window.withProgress(options, async (_, token) => {
    const cancelled = new AbortController()
    token.onCancellationRequested(() => cancelled.abort())
    try {
      return await downloadText(address, { hosts: new Set([host]), signal: cancelled.signal })
    } catch (error) {
      const reason = l10n.t('{0} The pad could not be read.', whyNotDownloaded(host, error, l10n))
      if (!token.isCancellationRequested) void window.showErrorMessage(reason)
      return undefined
    }
  })
}

/** The minutes that a text becomes. Whose they are, and of which day, is asked where the text does not say it. */
async function imported(params: ImportPadParams, client: BaseLanguageClient): Promise<NewDocument | undefined> {
  const answer: ImportedPad | null = await run(client, serverCommands.importPad, params)
  if (!answer || answer.document) return answer?.document
  const chosen = await choose(answer, params.root, client)
  if (!chosen) return undefined
  const second: ImportedPad | null = await run(client, serverCommands.importPad, { ...params, ...chosen })
  return second?.document
}

/** Each question has a way back to the one before. */
async function choose({ folder, day }: ImportedPad, root: string, client: BaseLanguageClient) {
  const all: MeetingTeam[] = await run(client, serverCommands.teamsToMeet)
  const teams = all.filter((team) => Uri.parse(team.root).toString() === root)
  const of = folder === undefined && day === undefined ? 2 : 1
  for (;;) {
    const team = folder ?? (await chooseTeam(teams, of))
    if (team === undefined || team === back) return undefined
    if (day !== undefined) return { folder: team, day }
    const days = teams.find((one) => one.folder === team)?.days ?? []
    const chosen = await pickDay({ title: title(), step: of, of }, l10n.t('The day of the meeting'), { days })
    if (chosen === undefined) return undefined
    if (chosen !== back) return { folder: team, day: chosen }
  }
}

async function chooseTeam(teams: readonly MeetingTeam[], of: number): Promise<string | typeof back | undefined> {
  const items = teams.map(({ name, folder }) => ({
    label: name,
    description: folderBeside({ name, folder }),
    folder,
  }))
  const chosen = await pickOne({ title: title(), placeholder: l10n.t('The team that has met'), step: 1, of }, items)
  return chosen === back ? back : chosen?.folder
}

function run(client: BaseLanguageClient, command: string, ...args: unknown[]) {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })
}
