import type * as lsp from 'vscode-languageserver'
import type { Fix } from '../core/repository/fix.ts'
import type { Finding } from '../core/rules/check.ts'
import { type PictureToSave, type SavePicturesParams, savePicturesCommand } from './protocol.ts'
import type { OpenDocument } from './repositories.ts'

/** The command of the client that stores the pictures of some fixes, each picture once, and lets the document show them. */
export function savePictures(title: string, fixes: readonly Fix[], document: OpenDocument): lsp.Command {
  const pictures = distinct(fixes).map(({ save, edits }): PictureToSave => {
    const own = edits.filter(({ path }) => path === document.path)
    return { url: save!.url, path: save!.to, edits: own.map((edit) => document.places.textEdit(edit)) }
  })
  const params: SavePicturesParams = { uri: document.uri, version: document.version, pictures }
  return { title, command: savePicturesCommand, arguments: [params] }
}

/** The fixes among those of some findings that store different pictures. */
export function picturesToSave(findings: readonly Finding[]): Fix[] {
  return distinct(findings.flatMap(({ fixes }) => fixes().filter(({ save }) => save)))
}

/** Two pictures of one name cannot both be stored: the first is. */
function distinct(fixes: readonly Fix[]): Fix[] {
  return fixes.filter(({ save }, at) => fixes.findIndex((other) => other.save?.to === save?.to) === at)
}
