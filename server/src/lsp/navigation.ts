import type * as lsp from 'vscode-languageserver'
import type { Place, Spot } from '../core/ide/navigation/place.ts'
import { rangeIn, startOf, uriOf } from './convert.ts'
import type { Context } from './feature.ts'
import type { Located, OpenDocument } from './repositories.ts'

/** A question about a place in an open document. */
export interface Asked {
  readonly document: OpenDocument
  readonly place: Place
}

/** What a client asks about, once its repository has been read, or as much of it as is there; `undefined` in a document that is no Markdown. */
export async function asked(
  { textDocument: { uri }, position }: lsp.TextDocumentPositionParams,
  { repositories, client: { hostReadsMarkdown } }: Context,
): Promise<Asked | undefined> {
  await repositories.whenReady(uri)
  const document = repositories.document(uri)
  if (!document?.minutes) return undefined
  const { minutes, places, workspace } = document
  const place = { minutes, repository: workspace.repository, offset: places.offset(position), hostReadsMarkdown }
  return { document, place }
}

export function toLocation(
  { path, span }: Spot,
  { root, workspace, units }: Pick<Located, 'root' | 'workspace' | 'units'>,
): lsp.Location {
  const uri = uriOf(root, path)
  const lines = workspace.repository.summary(path)?.lines
  if (!lines) return startOf(uri)
  return {
    uri,
    range: rangeIn(
      lines,
      span,
      units.of(lines, () => workspace.text(path)),
    ),
  }
}
