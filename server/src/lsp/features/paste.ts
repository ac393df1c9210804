import type { PastePlace } from '../../core/ide/paste/pasting.ts'
import type { PastedPicture } from '../../core/ide/paste/picture.ts'
import { pathOf, uriOf } from '../convert.ts'
import { answering, type Context, type Feature } from '../feature.ts'
import {
  type PastedLink,
  type PastedPictures,
  type PasteLinkParams,
  type PastePicturesParams,
  type PictureToPaste,
  pasteLinkRequest,
  pastePicturesRequest,
} from '../protocol.ts'
import type { OpenDocument } from '../repositories.ts'

/** `minutes/pasteLink` and `minutes/pastePictures`: what becomes of what is pasted or dropped, for which LSP has no request. */
export const paste: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, preferences, client } = context
    connection.onRequest(
      pasteLinkRequest,
      answering(context, null, async ({ pastedLink }, params: PasteLinkParams): Promise<PastedLink | null> => {
        const { place } = (await asked(params, context)) ?? {}
        if (!place || !preferences.settings.paste.links) return null
        return pastedLink(params.text, place, client.hostReadsMarkdown) ?? null
      }),
    )
    connection.onRequest(
      pastePicturesRequest,
      answering(
        context,
        null,
        async ({ pastedPictures }, params: PastePicturesParams): Promise<PastedPictures | null> => {
          const { place, document } = (await asked(params, context)) ?? {}
          if (!place || !preferences.settings.paste.pictures) return null
          const { root, workspace } = document!
          const pictures = params.pictures.map((picture) => toPicture(picture, document!))
          const shown = pastedPictures(pictures, place, (path) => workspace.exists(path))
          return shown ? { ...shown, stored: shown.stored.map((path) => (path ? uriOf(root, path) : null)) } : null
        },
      ),
    )
  },
}

async function asked(
  { textDocument: { uri }, range }: Pick<PasteLinkParams, 'textDocument' | 'range'>,
  { repositories }: Context,
): Promise<{ document: OpenDocument; place: PastePlace } | undefined> {
  await repositories.whenReady(uri)
  const document = repositories.document(uri)
  // A folder beside that of the minutes is none of our business.
  if (!document?.minutes || !document.workspace.repository.holdsMinutes) return undefined
  const { minutes, places, workspace } = document
  return { document, place: { minutes, repository: workspace.repository, span: places.span(range) } }
}

/** A file of the repository is shown from where it is; hidden ones are not seen by others. */
function toPicture({ name, ending, uri }: PictureToPaste, { root, workspace }: OpenDocument): PastedPicture {
  const path = uri === undefined ? undefined : pathOf(uri, root)
  return path !== undefined && workspace.repository.files.has(path) ? { name, ending, path } : { name, ending }
}
