import { WorkspaceEdit, window } from 'vscode'
import { LSPErrorCodes, type Middleware, ResponseError } from 'vscode-languageclient'

/**
 * Tells why there is no new name. VS Code would ask the next one who knows Markdown, its own extension, which gives a file or a heading any name
 * and leaves the URLs behind: an edit that changes nothing ends that.
 */
export const refusals: Middleware = {
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token)
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed) throw error
      void window.showWarningMessage(error.message)
      return new WorkspaceEdit()
    }
  },
}
