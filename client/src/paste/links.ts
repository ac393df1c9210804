import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  type DocumentSelector,
  type Range,
  type TextDocument,
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type PastedLink, type PasteLinkParams, pasteLinkRequest } from '../../../server/src/lsp/protocol.ts'
import { type PasteEdit, pasteApi } from './api.ts'

/** Makes links of URLs that are pasted, or offers them beside the URL. The result ends it. */
export function pasteLinks(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  if (!pasteApi) return new Disposable(() => {})
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind: kinds, languages } = pasteApi
  const kind = kinds.Empty.append('markdown', 'link', 'minutes')
  const provide = async (
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    _: unknown,
    token: CancellationToken,
  ): Promise<PasteEdit[] | undefined> => {
    const text = ranges.length === 1 ? await data.get(plainText)?.asString() : undefined
    if (!text || !isUrl.test(text) || client.state !== State.Running) return undefined
    const range = client.code2ProtocolConverter.asRange(ranges[0]!)
    const params: PasteLinkParams = { textDocument: { uri: document.uri.toString() }, range, text }
    const link = await client.sendRequest<PastedLink | null>(pasteLinkRequest, params, token)
    if (!link) return undefined
    const edit = new DocumentPasteEdit(link.newText, link.title, kind)
    if (!link.isLikely) edit.yieldTo = [kinds.Text, kinds.Empty.append('uri')]
    return [edit]
  }
  return languages.registerDocumentPasteEditProvider(
    selector,
    { provideDocumentPasteEdits: provide },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [plainText] },
  )
}

const plainText = 'text/plain'
/** Anything else need not be sent to the server. */
const isUrl = /^\s*https?:\/\/\S+\s*$/i
