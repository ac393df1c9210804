import { Disposable, type DocumentFilter, type Extension, languages, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { pasteLinks } from './links.ts'
import { pastePictures } from './pictures.ts'

/**
 * What becomes of what is pasted or dropped into Markdown. Of two who offer something VS Code takes the one that came later: so this begins when
 * a Markdown file is open and its own Markdown extension has begun. The result ends it.
 */
export function pasteInto(
  client: BaseLanguageClient,
  selector: readonly DocumentFilter[],
  host: Extension<unknown> | undefined,
): Disposable {
  let current: Disposable | undefined
  let ended = false
  const begin = async () => {
    opened.dispose()
    await Promise.resolve(host?.activate()).catch(() => {})
    if (!ended) {
      current = Disposable.from(pasteLinks(client, selector), pastePictures(client, selector, host !== undefined))
    }
  }
  const opened = workspace.onDidOpenTextDocument((document) => {
    if (languages.match(selector, document)) void begin()
  })
  if (workspace.textDocuments.some((document) => languages.match(selector, document))) void begin()
  return new Disposable(() => {
    ended = true
    opened.dispose()
    current?.dispose()
  })
}
