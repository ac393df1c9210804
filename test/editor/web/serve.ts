import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { calm } from '../../../scripts/serve.mjs'

/** Called before a folder is listed, which waits for the result. */
export type Listing = (path: string) => Promise<void>

interface Options {
  /** Where VS Code's build for browsers is. */
  readonly build: string
  /** The folder that the window shows, through a file system that only an extension knows. */
  readonly folder: string
  readonly listing?: Listing | undefined
}

interface WebServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves VS Code for browsers on this machine's own address, with this extension and a folder. */
export async function serveWeb(options: Options): Promise<WebServer> {
  const mounted = { build: options.build, minutes: resolve('.'), files: resolve('test/editor/web/files') }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 404 : 500).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  // Browsers look for such names on this machine.
  const host = `minutes.localhost:${port}`
  const url = `http://${host}`

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url!, url)
    if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(pageFor(host))
    if (pathname === '/files') {
      const told = await fileTask(request, searchParams, options)
      return response.writeHead(200).end(told)
    }
    const [, mount = '', ...rest] = decodeURIComponent(pathname).split('/')
    const file = inside(mounted[mount as keyof typeof mounted], rest.join('/'))
    const { size } = await stat(file)
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': size,
    })
    createReadStream(file).pipe(response)
  }

  return {
    url,
    close() {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** What the file system of the page asks for. */
async function fileTask(request: IncomingMessage, params: URLSearchParams, { folder, listing }: Options) {
  const path = params.get('path') ?? ''
  const file = inside(folder, path)
  switch (params.get('task')) {
    case 'stat': {
      const found = await stat(file)
      return JSON.stringify({ type: typeOf(found), mtime: found.mtimeMs, ctime: found.ctimeMs, size: found.size })
    }
    case 'list': {
      await listing?.(path)
      const entries = await readdir(file, { withFileTypes: true })
      return JSON.stringify(entries.map((entry) => [entry.name, typeOf(entry)]))
    }
    case 'read':
      return readFile(file)
    case 'write':
      await writeFile(file, await text(request))
      return ''
    default:
      throw new Error('There is no such task.')
  }
}

/** VS Code's `FileType`. */
function typeOf(entry: { isDirectory(): boolean }): 1 | 2 {
  return entry.isDirectory() ? 2 : 1
}

/** A path below a folder, whatever it says. */
function inside(folder: string, path: string): string {
  return join(folder, normalize(`/${path}`))
}

/** The page of VS Code, as its build for browsers wants to be begun. Nothing in it leads away from this machine. */
function pageFor(host: string): string {
  const extension = (path: string) => ({ scheme: 'http', authority: host, path })
  const configuration = {
    productConfiguration: {
      nameShort: 'VS Code',
      nameLong: 'VS Code',
      applicationName: 'code-web',
      dataFolderName: '.code-web',
      // Views have an origin of their own, and a worker that browsers allow to the page's own site alone.
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${host}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    configurationDefaults: calm,
    additionalBuiltinExtensions: [extension('/files'), extension('/minutes')],
    enableWorkspaceTrust: false,
  }
  const begin = `
    const places = self.webPackagePaths
    for (const name of Object.keys(places)) places[name] = location.origin + '/build/node_modules/' + name + '/' + places[name]
    require.config({ baseUrl: location.origin + '/build/out', paths: places })
    require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
      const folderUri = URI.from({ scheme: 'webfiles', path: '/' })
      const workspaceProvider = { workspace: { folderUri }, trusted: true, open: async () => false }
      create(document.body, { ...${JSON.stringify(configuration)}, workspaceProvider })
    })`
  const script = (name: string) => `<script src="/build/out/vs/${name}.js"></script>`
  return `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.css">
<body>
${['loader', 'webPackagePaths', 'workbench/workbench.web.main.nls', 'workbench/workbench.web.main'].map(script).join('\n')}
<script>${begin}</script>
`
}
