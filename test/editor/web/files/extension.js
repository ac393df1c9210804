// An extension of a VS Code in a browser: `webfiles:/` is the folder that the page's own server has, as a remote repository would be.
const vscode = require('vscode')

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  const place = new URL('/files', context.extensionUri.toString(true)).href
  const changed = new vscode.EventEmitter()

  const call = async (task, uri, options) => {
    const answer = await fetch(`${place}?${new URLSearchParams({ task, path: uri.path })}`, options)
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri)
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri)
    return answer
  }
  const refuse = (uri) => {
    throw vscode.FileSystemError.NoPermissions(uri)
  }
  const files = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await call('stat', uri)).json(),
    readDirectory: async (uri) => (await call('list', uri)).json(),
    readFile: async (uri) => new Uint8Array(await (await call('read', uri)).arrayBuffer()),
    writeFile: async (uri, body) => {
      await call('write', uri, { method: 'PUT', body })
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }])
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  }
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('webfiles', files, { isCaseSensitive: true }))
}
