import * as lsp from 'vscode-languageserver'
import { hoverAt } from '../../core/ide/hover/hover.ts'
import { markdown, type NoteLine, plainText } from '../../core/ide/hover/note.ts'
import { uriOf } from '../convert.ts'
import { type ClientFacts, type Feature, guarded } from '../feature.ts'
import { asked } from '../navigation.ts'

/** `textDocument/hover`: the meeting behind a link, the person behind a handle, the meetings behind an issue, the reason for a minutes line. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(context) {
    const { connection, client } = context
    connection.onHover(
      guarded(context, null, async (params: lsp.HoverParams): Promise<lsp.Hover | null> => {
        const { document, place } = (await asked(params, context)) ?? {}
        const note = place && hoverAt(place, (path) => document!.workspace.minutes(path))
        if (!note) return null
        return { contents: contentsOf(note.lines, document!.root, client), range: document!.places.range(note.span) }
      }),
    )
  },
}

function contentsOf(lines: readonly NoteLine[], root: string, { capabilities }: ClientFacts): lsp.MarkupContent {
  // The first format is the one that the client likes best.
  const [format] = capabilities.textDocument?.hover?.contentFormat ?? []
  return format === lsp.MarkupKind.Markdown
    ? { kind: lsp.MarkupKind.Markdown, value: markdown(lines, (path) => uriOf(root, path)) }
    : { kind: lsp.MarkupKind.PlainText, value: plainText(lines) }
}
