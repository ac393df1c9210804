import { l10n, Range, Uri, window, workspace } from 'vscode'
import type { Range as PlainRange } from '../../server/src/lsp/protocol.ts'
import { exists } from './exists.ts'

/** A place that the server has named: a file, or a range of it. */
export interface Place {
  readonly uri: string
  readonly range?: PlainRange
}

/** Shows a place, or says that its file has gone since it was named. */
export async function showPlace({ uri, range }: Place): Promise<void> {
  const file = Uri.parse(uri)
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character)
  try {
    await window.showTextDocument(file, { preview: true, ...(selection && { selection }) })
  } catch (error) {
    if (await exists(file)) throw error
    void window.showInformationMessage(l10n.t('{0} is no longer there.', workspace.asRelativePath(file)))
  }
}
