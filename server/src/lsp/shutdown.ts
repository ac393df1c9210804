import * as lsp from 'vscode-languageserver'

/** A connection whose requests are all refused after `shutdown`, as LSP wants it. `connect` makes it with the options that it is given. */
export function refusingAfterShutdown(connect: (options: lsp.ConnectionOptions) => lsp.Connection): lsp.Connection {
  let isShutDown = false
  const connection = connect({
    messageStrategy: {
      handleMessage(message, next) {
        if (isShutDown && lsp.Message.isRequest(message)) connection.onRequest(message.method, () => refused)
        return next(message)
      },
    },
  })
  connection.onShutdown(() => {
    isShutDown = true
  })
  return connection
}

const refused = new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, 'The server has been shut down.')
