import type * as lsp from 'vscode-languageserver'
import type { Minutes } from '../core/minutes/minutes.ts'
import type { Fix } from '../core/repository/fix.ts'
import { editsToShow, padPicturesOf } from '../core/repository/unsaved-pictures.ts'
import type { Finding } from '../core/rules/check.ts'
import type { Context } from './feature.ts'
import {
  type DocumentParams,
  type PictureToSave,
  type SavePicturesParams,
  savePicturesCommand,
  serverCommands,
} from './protocol.ts'
import type { OpenDocument } from './repositories.ts'
import { misuse } from './told.ts'

/** The command of the client that stores the pictures of some fixes, each picture once, and lets the document show them. */
export function savePictures(title: string, fixes: readonly Fix[], document: OpenDocument): lsp.Command {
  const pictures = distinct(fixes).map(({ save, edits }): PictureToSave => {
    const own = edits.filter(({ path }) => path === document.path)
    return { url: save!.url, path: save!.to, edits: own.map((edit) => document.places.textEdit(edit)) }
  })
  return { title, command: savePicturesCommand, arguments: [paramsFor(pictures, document)] }
}

/** The commands about pictures on a pad. */
export const pictureCommands: Readonly<
  Record<string, (args: readonly unknown[], context: Context) => Promise<unknown>>
> = {
  [serverCommands.picturesToSave]: async ([params], { repositories }) => {
    if (!isDocumentParams(params)) return misuse(usage)
    const { uri } = params.textDocument
    await repositories.whenRead(uri)
    const document = repositories.document(uri)
    if (!document?.minutes) return misuse(`${uri} is no open Markdown of a workspace folder. Open it.`)
    return allPictures(document, document.minutes)
  },
}

const usage =
  "The command takes one argument, { textDocument: LSP's TextDocumentIdentifier }: an open document. Pass it."

function allPictures(document: OpenDocument, minutes: Minutes): SavePicturesParams {
  const pictures = padPicturesOf(minutes, document.workspace.repository).map((picture): PictureToSave => {
    const edits = editsToShow(picture, minutes).map((edit) => document.places.textEdit(edit))
    return { url: picture.url, path: picture.to, edits, ...(picture.isStored && { isStored: true }) }
  })
  // Two pictures of one name cannot both be stored: the first is.
  return paramsFor(
    pictures.filter(({ path }, at) => pictures.findIndex((other) => other.path === path) === at),
    document,
  )
}

function paramsFor(pictures: readonly PictureToSave[], { uri, version, workspace }: OpenDocument): SavePicturesParams {
  return { uri, version, pictures, uploads: workspace.uploads }
}

/** The fixes among those of some findings that store different pictures. */
export function picturesToSave(findings: readonly Finding[]): Fix[] {
  return distinct(findings.flatMap(({ fixes }) => fixes().filter(({ save }) => save)))
}

/** Two pictures of one name cannot both be stored: the first is. */
function distinct(fixes: readonly Fix[]): Fix[] {
  return fixes.filter(({ save }, at) => fixes.findIndex((other) => other.save?.to === save?.to) === at)
}

function isDocumentParams(value: unknown): value is DocumentParams {
  const { textDocument } = (value ?? {}) as Partial<DocumentParams>
  return typeof textDocument?.uri === 'string'
}
