import {
  type CancellationToken,
  type DataTransfer,
  type DataTransferFile,
  Disposable,
  DocumentDropEdit,
  type DocumentSelector,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { mostBytes, pictureEnding } from '../../../server/src/download/picture.ts'
import {
  type PastedPictures,
  type PastePicturesParams,
  pastePicturesRequest,
} from '../../../server/src/lsp/protocol.ts'
import { pasteApi } from './api.ts'

const mimeTypes = ['image/*', 'files']

/**
 * Stores pictures that are pasted or dropped, and lets the text show them, both in one edit. Where the editor itself links what is in the
 * workspace already, that is left to it. The result ends it.
 */
export function pastePictures(client: BaseLanguageClient, selector: DocumentSelector, hostLinks: boolean): Disposable {
  const made = (document: TextDocument, range: Range, data: DataTransfer, token: CancellationToken) =>
    makePictures({ client, document, range, hostLinks }, data, token)
  return pasteApi ? pasting(selector, made) : dropping(selector, made)
}

type Make = (
  document: TextDocument,
  range: Range,
  data: DataTransfer,
  token: CancellationToken,
) => Promise<Made | undefined>

interface Made {
  readonly title: string
  readonly newText: string
  readonly stored: WorkspaceEdit
}

function pasting(selector: DocumentSelector, make: Make): Disposable {
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind: kinds, languages } = pasteApi!
  const kind = kinds.Empty.append('markdown', 'link', 'image', 'minutes')
  // Programs for tables put a picture of what is copied beside its text.
  const yieldTo = [kinds.Text]
  return Disposable.from(
    languages.registerDocumentPasteEditProvider(
      selector,
      {
        async provideDocumentPasteEdits(document, ranges, data, _, token) {
          const made = ranges.length === 1 ? await make(document, ranges[0]!, data, token) : undefined
          if (!made) return undefined
          const edit = new DocumentPasteEdit(made.newText, made.title, kind)
          return [Object.assign(edit, { additionalEdit: made.stored, yieldTo })]
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes },
    ),
    languages.registerDocumentDropEditProvider(
      selector,
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const made = await make(document, new Range(position, position), data, token)
          return made && Object.assign(dropEdit(made), { title: made.title, kind, yieldTo })
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: mimeTypes },
    ),
  )
}

/** In a VS Code that knows nothing of pasting. */
function dropping(selector: DocumentSelector, make: Make): Disposable {
  return languages.registerDocumentDropEditProvider(selector, {
    async provideDocumentDropEdits(document, position, data, token) {
      const made = await make(document, new Range(position, position), data, token)
      return made && dropEdit(made)
    },
  })
}

function dropEdit({ newText, stored }: Made): DocumentDropEdit {
  return Object.assign(new DocumentDropEdit(newText), { additionalEdit: stored })
}

interface Place {
  readonly client: BaseLanguageClient
  readonly document: TextDocument
  readonly range: Range
  readonly hostLinks: boolean
}

async function makePictures(
  { client, document, range, hostLinks }: Place,
  data: DataTransfer,
  token: CancellationToken,
): Promise<Made | undefined> {
  const files = [...data].flatMap(([, item]) => item.asFile() ?? [])
  if (!files.length || client.state !== State.Running || (hostLinks && files.every(isInWorkspace))) return undefined
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return undefined
  const sizes = await Promise.all(files.map(sizeOf))
  if (sizes.some((size) => size > mostBytes)) return undefined
  const pictures = await Promise.all(files.map(readPicture))
  if (token.isCancellationRequested || !pictures.every((picture) => picture !== undefined)) return undefined
  const params: PastePicturesParams = {
    textDocument: { uri: document.uri.toString() },
    range: client.code2ProtocolConverter.asRange(range),
    pictures: pictures.map(({ name, ending, uri }) => ({ name, ending, ...(uri && { uri: uri.toString() }) })),
  }
  const shown = await client.sendRequest<PastedPictures | null>(pastePicturesRequest, params, token)
  if (!shown) return undefined
  const stored = new WorkspaceEdit()
  for (const [at, { contents }] of pictures.entries()) {
    const uri = shown.stored[at]
    // Where a file has come meanwhile, VS Code refuses the edit as a whole.
    if (uri) stored.createFile(Uri.parse(uri), { contents })
  }
  return { title: shown.title, newText: shown.newText, stored }
}

function isInWorkspace({ uri }: DataTransferFile): boolean {
  return uri !== undefined && workspace.getWorkspaceFolder(uri) !== undefined
}

/** As far as it can be told before the file is read: a video would be in memory whole before anybody says no. */
async function sizeOf({ uri }: DataTransferFile): Promise<number> {
  return uri
    ? workspace.fs.stat(uri).then(
        ({ size }) => size,
        () => 0,
      )
    : 0
}

interface Picture {
  readonly name: string
  readonly ending: string
  readonly uri: Uri | undefined
  readonly contents: Uint8Array
}

/** `undefined` for what is no picture, or too large for minutes: the editor may know something else to do with it. */
async function readPicture(file: DataTransferFile): Promise<Picture | undefined> {
  const contents = await file.data()
  const ending = contents.length > mostBytes ? undefined : pictureEnding(contents)
  return ending === undefined ? undefined : { name: file.name, ending, uri: file.uri, contents }
}
