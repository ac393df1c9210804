// Opens a real VS Code with this extension on a folder of minutes.
//   npm start [-- FOLDER] [-- --server]     PORT=8080 npm start
// A desktop VS Code is taken where there is one and it can show a window; else, or with --server, VS Code's server from npm.
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { desktopCommand, hasDisplay, onPath } from './machine.mjs'
import { serve } from './serve.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const args = process.argv.slice(2)
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(root, 'test/sample'))
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort())
try {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) throw new Error(`There is no folder ${folder}. Name one that exists.`)
  if (!found.isDirectory())
    throw new Error(`${folder} is a file. Name the folder of the minutes: npm start ${dirname(folder)}`)
  const desktop = args.includes('--server') ? undefined : desktopCommand()
  if (desktop) openDesktop(desktop)
  else await openServer()
} catch (error) {
  if (!stopped.signal.aborted) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** @param {string} command */
function openDesktop(command) {
  console.log(`Opening ${named(folder)} in ${command} …`)
  const shell = process.platform === 'win32'
  const quoted = (/** @type {string} */ arg) => (shell ? `"${arg}"` : arg)
  spawn(quoted(command), ['--new-window', quoted(`--extensionDevelopmentPath=${root}`), quoted(folder)], {
    stdio: 'inherit',
    shell,
  })
}

async function openServer() {
  const server = await serve({
    home: join(root, '.editor'),
    port: Number(process.env.PORT ?? 0),
    extension: root,
    signal: stopped.signal,
  })
  const address = `${server.url}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`
  console.log(`Open ${address}\nIt shows ${named(folder)} itself, not a copy. Ctrl+C ends it.`)
  openInBrowser(address)
  await server.ended
}

/** @param {string} address */
function openInBrowser(address) {
  const opener = hasDisplay() && onPath(process.platform === 'darwin' ? ['open'] : ['xdg-open'])
  if (opener) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref()
}

/** @param {string} path */
function named(path) {
  const inside = relative(process.cwd(), path)
  return inside && !inside.startsWith('..') ? inside : path
}
