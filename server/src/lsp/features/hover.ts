import type * as lsp from 'vscode-languageserver'
import { answering, type Feature } from '../feature.ts'
import { asked } from '../navigation.ts'

/** `textDocument/hover`: the meeting behind a link, the person behind a handle, the meetings behind an issue, the reason for a minutes line. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(context) {
    const { connection, client } = context
    const formats = client.capabilities.textDocument?.hover?.contentFormat
    connection.onHover(
      answering(context, null, async ({ hoverAt, toMarkup }, params: lsp.HoverParams): Promise<lsp.Hover | null> => {
        const { document, place } = (await asked(params, context)) ?? {}
        const note = place && hoverAt(place, (path) => document!.workspace.minutes(path))
        if (!note) return null
        const { root, places } = document!
        return { contents: toMarkup(note.lines, root, formats), range: places.range(note.span) }
      }),
    )
  },
}
