import type * as lsp from 'vscode-languageserver'
import { anchoredHeading, fileLinks } from '../../core/ide/links.ts'
import { Places, uriOf } from '../convert.ts'
import { type Context, type Feature, guarded } from '../feature.ts'

/** What it takes to find the heading that a link names. */
interface LinkData {
  readonly uri: string
  readonly path: string
  readonly anchor: string
}

/** `textDocument/documentLink` and `documentLink/resolve`: a URL of the repository opens the file that is here. */
export const documentLink: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: true } }),
  register(context) {
    const { connection, repositories } = context
    connection.onDocumentLinks(
      guarded(context, [], ({ textDocument: { uri } }: lsp.DocumentLinkParams): lsp.DocumentLink[] => {
        const document = repositories.document(uri)
        if (!document?.minutes) return []
        const { minutes, places, root, workspace } = document
        return fileLinks(minutes, workspace.repository).map(({ span, path, anchor }) => ({
          range: places.range(span),
          tooltip: `Open ${path}`,
          ...(anchor ? { data: { uri, path, anchor } satisfies LinkData } : { target: uriOf(root, path) }),
        }))
      }),
    )
    connection.onDocumentLinkResolve((link) => guarded(context, link, () => resolved(link, context))(undefined))
  },
}

function resolved(link: lsp.DocumentLink, { repositories }: Context): lsp.DocumentLink {
  const data = link.data as LinkData | undefined
  const document = data && repositories.document(data.uri)
  if (!data || !document) return link
  const target = uriOf(document.root, data.path)
  const minutes = document.workspace.minutes(data.path)
  const heading = minutes && anchoredHeading(minutes, data.anchor)
  if (!minutes || !heading) return { ...link, target }
  return { ...link, target: `${target}#${new Places(minutes.text).fragment(heading.start)}` }
}
