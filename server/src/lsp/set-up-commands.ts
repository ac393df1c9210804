import type * as lsp from 'vscode-languageserver'
import { settingsFileFor } from '../core/authoring/set-up/set-up.ts'
import { settingsFile } from '../core/settings/settings.ts'
import { rootOf } from './convert.ts'
import type { Context } from './feature.ts'
import { canMakeFiles, makesNoFiles, toNewDocument } from './new-document.ts'
import { type NewDocument, type SetUpParams, serverCommands } from './protocol.ts'
import { misuse, say } from './told.ts'

/** The command that sets up a repository. */
export const setUpCommands: Readonly<
  Record<string, (args: readonly unknown[], context: Context) => Promise<NewDocument | null | lsp.ResponseError>>
> = {
  [serverCommands.setUp]: ([params], context) => setUp(params, context),
}

async function setUp(params: unknown, context: Context): Promise<NewDocument | null | lsp.ResponseError> {
  if (!isSetUpParams(params))
    return misuse('The command takes one argument, { root }: the URI of a workspace folder. Pass it.')
  const { repositories, client } = context
  await repositories.whenAllRead()
  const folder = repositories.folders.find(({ root }) => root === rootOf(params.root))
  if (!folder) return say(`${params.root} is no workspace folder. Open it as one.`, context)
  if (!canMakeFiles(client)) return say(makesNoFiles, context)
  if (folder.workspace.exists(settingsFile)) return say('There is a .minutes.json already. Edit that.', context)
  return toNewDocument(settingsFileFor(folder.workspace.repository, settingsFile), folder)
}

function isSetUpParams(value: unknown): value is SetUpParams {
  return typeof (value as Partial<SetUpParams> | undefined)?.root === 'string'
}
