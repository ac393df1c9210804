import * as lsp from 'vscode-languageserver'
import { type LedgerAction, type LedgerPlace, ledgerOf } from '../core/authoring/ledger/ledger.ts'
import { type Selection, selected } from '../core/authoring/ledger/select.ts'
import { uriOf } from './convert.ts'
import type { Context } from './feature.ts'
import { toLocation } from './navigation.ts'
import { type ActionEntry, type ActionsParams, type PlaceEntry, serverCommands } from './protocol.ts'
import type { Folder } from './repositories.ts'

type Command = (args: readonly unknown[], context: Context) => Promise<unknown>

/** The commands of `workspace/executeCommand` for what was promised. */
export const ledgerCommands: Readonly<Record<string, Command>> = {
  [serverCommands.actions]: async ([params = {}], context) => {
    if (!isActionsParams(params)) return misuse(usageOfActions)
    await context.repositories.whenAllRead()
    return context.repositories.folders.flatMap((folder) => entriesIn(folder, params, context))
  },
}

const usageOfActions =
  'The command takes one argument or none: { "open"?: boolean, "owner"?: string, "team"?: string }.'

/** Of a folder within another one each action is told once, where it belongs. */
function entriesIn(folder: Folder, selection: Selection, { clock, repositories }: Context): ActionEntry[] {
  const { repository } = folder.workspace
  const all = selected(ledgerOf(repository, clock.today()), selection, repository)
  const own = all.filter(
    ({ last }) =>
      repositories.folders.length === 1 ||
      repositories.locate(uriOf(folder.root, last.path))?.workspace === folder.workspace,
  )
  return own.map((action) => toEntry(action, folder))
}

function toEntry(action: LedgerAction, folder: Folder): ActionEntry {
  const { id, owners, byHandle, text, team, state, age, meetings, origin, last } = action
  return {
    id,
    owners: byHandle ? owners.map((owner) => `@${owner}`) : owners,
    text,
    team,
    state,
    days: age,
    meetings,
    origin: toPlace(origin, folder),
    last: toPlace(last, folder),
  }
}

function toPlace(place: LedgerPlace, folder: Folder): PlaceEntry {
  return { location: toLocation(place, folder), day: place.day }
}

function isActionsParams(value: unknown): value is ActionsParams {
  if (typeof value !== 'object' || value === null) return false
  const { open, owner, team } = value as Partial<Record<keyof ActionsParams, unknown>>
  const isText = (text: unknown) => text === undefined || typeof text === 'string'
  return (open === undefined || typeof open === 'boolean') && isText(owner) && isText(team)
}

function misuse(message: string): lsp.ResponseError {
  return new lsp.ResponseError(lsp.ErrorCodes.InvalidParams, message)
}
