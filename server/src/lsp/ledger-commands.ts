import * as lsp from 'vscode-languageserver'
import { carriesInto, carryOver, noLaterMinutes } from '../core/authoring/ledger/carry-over.ts'
import { actionOnLine, type LedgerAction, type LedgerPlace, ledgerOf } from '../core/authoring/ledger/ledger.ts'
import { markDone } from '../core/authoring/ledger/mark-done.ts'
import { isMineOf } from '../core/authoring/ledger/mine.ts'
import { selected } from '../core/authoring/ledger/select.ts'
import type { Refusal } from '../core/authoring/refusal.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { onFreshFiles } from './closed-files.ts'
import { offsetIn, uriOf } from './convert.ts'
import type { Context } from './feature.ts'
import { toLocation } from './navigation.ts'
import {
  type ActionEntry,
  type ActionsParams,
  type ChangeActionParams,
  type PlaceEntry,
  serverCommands,
} from './protocol.ts'
import type { Folder, Located } from './repositories.ts'
import { misuse } from './told.ts'
import { type Changes, toWorkspaceEdit } from './workspace-edit.ts'

type Command = (args: readonly unknown[], context: Context) => Promise<unknown>

/** The commands of `workspace/executeCommand` for what was promised. */
export const ledgerCommands: Readonly<Record<string, Command>> = {
  [serverCommands.actions]: async ([params = {}], context) => {
    if (!isActionsParams(params)) return misuse(usageOfActions)
    await context.repositories.whenAllReady()
    return context.repositories.folders.flatMap((folder) => entriesIn(folder, params, context))
  },
  [serverCommands.markDone]: ([params], context) =>
    changed(params, context, (action, folder) => {
      const { path, span } = action.last
      const minutes = folder.workspace.minutes(path)
      return minutes ? inFile(path, markDone(minutes, span.start, folder.workspace.repository)) : gone
    }),
  [serverCommands.carryOver]: ([params], context) =>
    changed(params, context, (action, { root, workspace }, { into }) => {
      const { repository } = workspace
      const path = into ? context.repositories.locate(into.uri)?.path : carriesInto(action, repository)
      if (path === undefined) return into ? misplaced(into.uri, root) : noLaterMinutes(action)
      const [from, minutes] = [workspace.minutes(action.last.path), workspace.minutes(path)]
      return from && minutes ? inFile(path, carryOver(action, from, minutes, repository)) : gone
    }),
}

const usageOfActions =
  'The command takes one argument or none: { "open"?: boolean, "owner"?: string, "team"?: string, "me"?: string[] }.'
const usageOfChange =
  'The command takes one argument: { "textDocument": { "uri" }, "position" }, where an action stands; minutes.server.carryOver also "into": { "uri" }.'

const gone: Refusal = { refused: 'The file is no longer there.' }
const nothingHere: Refusal = { refused: 'No action stands on this line. Place the cursor on one.' }

/** Changes the action on the line that the parameters name, as files are now. The answer is the edit, or why there is none. */
async function changed(
  params: unknown,
  context: Context,
  make: (action: LedgerAction, folder: Located, params: ChangeActionParams) => Changes | Refusal,
): Promise<lsp.WorkspaceEdit | lsp.ResponseError> {
  if (!isChangeActionParams(params)) return misuse(usageOfChange)
  const { textDocument, position } = params
  const { repositories, clock } = context
  await repositories.whenAllRead()
  const located = repositories.locate(textDocument.uri)
  if (!located) return misuse(`${textDocument.uri} is no file of a workspace folder.`)
  const find = () => {
    const { path, workspace, units } = located
    const { repository } = workspace
    const lines = repository.summary(path)?.lines
    if (!lines) return undefined
    const offset = offsetIn(
      lines,
      position,
      units.of(lines, () => workspace.text(path)),
    )
    return actionOnLine(path, offset, repository, clock.today())
  }
  // What has become of closed files may not have been told yet.
  for (const path of [located.path, ...(find()?.places.map((place) => place.path) ?? [])]) {
    if (!repositories.document(uriOf(located.root, path))) located.workspace.changed([path])
  }
  const makeNow = () => {
    const action = find()
    return action ? make(action, located, params) : nothingHere
  }
  const made = onFreshFiles(makeNow, located, repositories) ?? nothingHere
  if ('refused' in made) return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, made.refused)
  return toWorkspaceEdit(made, located, context)
}

function inFile(path: string, edits: readonly TextEdit[] | Refusal): Changes | Refusal {
  return 'refused' in edits ? edits : { edits: edits.map((edit) => ({ ...edit, path })) }
}

function misplaced(uri: string, root: string): Refusal {
  return { refused: `${uri} is no file of ${root}.` }
}

/** Of a folder within another one each action is told once, where it belongs. */
function entriesIn(
  folder: Folder,
  { me = [], ...selection }: ActionsParams,
  { clock, repositories, preferences }: Context,
): ActionEntry[] {
  const { repository } = folder.workspace
  const { me: preferred } = preferences.settings
  const isMine = isMineOf(preferred.length ? preferred : me, repository.people)
  const all = selected(ledgerOf(repository, clock.today()), selection, repository)
  const own = all.filter(
    ({ last }) =>
      repositories.folders.length === 1 ||
      repositories.locate(uriOf(folder.root, last.path))?.workspace === folder.workspace,
  )
  return own.map((action) => toEntry(action, isMine(action), folder))
}

function toEntry(action: LedgerAction, mine: boolean, folder: Folder): ActionEntry {
  const { id, owners, byHandle, text, team, state, age, places, origin, last } = action
  const into = carriesInto(action, folder.workspace.repository)
  return {
    id,
    owners: byHandle ? owners.map((owner) => `@${owner}`) : owners,
    mine,
    text,
    team,
    state,
    days: age,
    meetings: places.length,
    origin: toPlace(origin, folder),
    last: toPlace(last, folder),
    ...(into !== undefined && { carriesInto: uriOf(folder.root, into) }),
  }
}

function toPlace(place: LedgerPlace, folder: Folder): PlaceEntry {
  return { location: toLocation(place, folder), day: place.day }
}

function isActionsParams(value: unknown): value is ActionsParams {
  if (typeof value !== 'object' || value === null) return false
  const { open, owner, team, me } = value as Partial<Record<keyof ActionsParams, unknown>>
  const isText = (text: unknown) => text === undefined || typeof text === 'string'
  const isList = me === undefined || (Array.isArray(me) && me.every((name) => typeof name === 'string'))
  return (open === undefined || typeof open === 'boolean') && isText(owner) && isText(team) && isList
}

function isChangeActionParams(value: unknown): value is ChangeActionParams {
  const { textDocument, position, into } = (value ?? {}) as Partial<ChangeActionParams>
  const isInto = into === undefined || typeof into?.uri === 'string'
  return typeof textDocument?.uri === 'string' && lsp.Position.is(position) && isInto
}
