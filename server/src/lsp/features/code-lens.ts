import * as lsp from 'vscode-languageserver'
import type { Lens, LensKind } from '../../core/ide/lens/lens.ts'
import { answering, attempted, type Context, type Feature, refreshing } from '../feature.ts'
import { toLocation } from '../navigation.ts'
import { wantedOf } from '../preferences.ts'
import { type ShowReferencesParams, showReferencesCommand } from '../protocol.ts'
import type { OpenDocument } from '../repositories.ts'

/** The setting by which VS Code's own Markdown extension shows lenses. */
export const referencesSetting = 'markdown.referencesCodeLens'

/** `textDocument/codeLens`: where minutes are reported, what the meeting before left open, what leads to a heading. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(context) {
    const { connection, repositories, preferences, client } = context
    const host = new HostLenses(context)
    connection.onCodeLens(
      answering(
        context,
        [],
        async ({ lensesOf }, { textDocument: { uri } }: lsp.CodeLensParams): Promise<lsp.CodeLens[]> => {
          await repositories.whenReady(uri)
          const document = repositories.document(uri)
          if (!document?.minutes) return []
          const { links, ...others } = preferences.settings.codeLens
          const wanted = wantedOf<LensKind>({ ...others, links: links && !host.countsReferences })
          return lensesOf(document.minutes, document.workspace.repository, wanted).map((lens) =>
            toCodeLens(lens, document, context),
          )
        },
      ),
    )
    if (!client.capabilities.workspace?.codeLens?.refreshSupport) return
    const refresh = () => connection.sendRequest(lsp.CodeLensRefreshRequest.type)
    refreshing(context, ({ codeLens }) => codeLens, refresh)
    host.onChange(() => void attempted(connection, refresh))
  },
}

/** What VS Code's own Markdown extension shows above headings, where somebody has switched that on: how many references they have. */
class HostLenses {
  countsReferences = false
  #changed = () => {}

  constructor({ connection, preferences, client }: Context) {
    if (!client.hostReadsMarkdown || !client.capabilities.workspace?.configuration) return
    preferences.onChange(
      () =>
        void attempted(connection, async () => {
          const settings: unknown = await connection.workspace.getConfiguration(referencesSetting)
          const counts = (settings as { enabled?: unknown } | null)?.enabled === true
          if (counts === this.countsReferences) return
          this.countsReferences = counts
          this.#changed()
        }),
    )
  }

  onChange(listener: () => void): void {
    this.#changed = listener
  }
}

/** A client without the command shows the words alone: LSP has no other way to tell that nothing is run. */
function toCodeLens({ title, span, spots }: Lens, document: OpenDocument, { client }: Context): lsp.CodeLens {
  const range = document.places.range(span)
  if (!client.showsReferences) return { range, command: { title, command: '' } }
  const params: ShowReferencesParams = {
    uri: document.uri,
    position: range.start,
    locations: spots.map((spot) => toLocation(spot, document)),
  }
  return { range, command: { title, command: showReferencesCommand, arguments: [params] } }
}
