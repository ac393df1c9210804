// Starts VS Code's server on this machine's own address, with a state of its own that goes when it ends.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { installEditor } from './editor.mjs'
import { removeTemporary } from './temporary.mjs'

const hasGroups = process.platform !== 'win32'
/** Milliseconds between two looks at whether all has ended, and how many there are before it is ended. */
const betweenLooks = 100
const looks = 50

/** Settings of a window that nothing distracts from the folder. */
export const calm = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'security.workspace.trust.enabled': false,
}

/**
 * @typedef {object} Serving
 * @property {string} url its address, without a path
 * @property {string} state its folder of temporary state
 * @property {() => Promise<void>} stop ends it and removes the state
 * @property {Promise<void>} ended
 *
 * @typedef {object} Options
 * @property {string} home where VS Code's server is installed, or will be
 * @property {number} [port] default: a free one
 * @property {object} [settings] user settings, over the calm ones
 * @property {string} [extension] the folder of an extension, or a packed .vsix file, that is installed before the start
 * @property {AbortSignal} [signal] ends the server, also while it starts
 * @property {boolean} [automation] lets the address name an extension under development and its tests; such a window shows no toasts
 */

/**
 * @param {Options} options
 * @returns {Promise<Serving>} when it listens
 */
export async function serve({ home, port = 0, settings = {}, extension, automation = false, signal }) {
  const { node, entry } = installEditor(home)
  const state = makeState({ ...calm, ...settings })
  const places = ['--user-data-dir', join(state, 'user'), '--extensions-dir', join(state, 'extensions')]
  const options = [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--config', join(state, 'config.yaml'), '--session-socket', join(state, 'ipc.sock')],
    ...['--disable-workspace-trust', '--disable-telemetry', '--disable-update-check', '--disable-proxy'],
    ...['--disable-getting-started-override', '--ignore-last-opened'],
    ...(automation ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ]
  const start = (/** @type {string[]} */ ...args) =>
    spawn(node, [entry, ...places, ...args], {
      env: environment(node, state),
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: state,
      // A group of its own, by which is told when all of its processes have ended.
      detached: hasGroups,
    })

  if (extension?.endsWith('.vsix')) await finished(start('--install-extension', extension))
  else if (extension) linkExtension(extension, join(state, 'extensions'))
  return supervise(start(...options), state, signal)
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Serving>}
 */
async function supervise(server, state, signal) {
  const kill = () => signalGroup(server, 'SIGKILL')
  process.once('exit', kill)
  const ended = new Promise((resolve) => server.once('close', resolve)).then(async () => {
    await groupEnded(server)
    process.off('exit', kill)
    await removeTemporary(state)
  })
  const stop = () => {
    server.kill('SIGTERM')
    void groupEnded(server)
    return ended
  }
  signal?.addEventListener('abort', () => void stop())
  return { url: await listening(server), state, stop, ended }
}

/**
 * Waits for a server and the language servers that it has started, which end a moment after it, and write until then. Those that do not end by
 * themselves are ended.
 * @param {import('node:child_process').ChildProcess} server
 */
async function groupEnded(server) {
  for (let look = 0; look < looks && signalGroup(server, 0); look++) await setTimeout(betweenLooks)
  signalGroup(server, 'SIGKILL')
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {NodeJS.Signals | 0} signal 0 does nothing
 * @returns {boolean} whether any process of its group was left; on Windows, which has no groups, the server itself
 */
function signalGroup(server, signal) {
  if (!hasGroups || server.pid === undefined) return server.kill(signal)
  try {
    return process.kill(-server.pid, signal)
  } catch {
    return false
  }
}

/** @param {import('node:child_process').ChildProcess} run */
async function finished(run) {
  const output = collect(run)
  const code = await new Promise((resolve) => run.once('close', resolve))
  if (code) throw new Error(`VS Code's server could not install the extension:\n${output()}`)
}

/**
 * A fresh folder of extensions is scanned, so a link to a working tree does; after a build, reload the window.
 * @param {string} extension
 * @param {string} extensions
 */
function linkExtension(extension, extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))
  symlinkSync(extension, join(extensions, `${publisher}.${name}-${version}`))
}

/** @param {object} settings */
function makeState(settings) {
  const state = mkdtempSync(join(tmpdir(), 'minutes-editor-'))
  mkdirSync(join(state, 'extensions'))
  mkdirSync(join(state, 'user/User'), { recursive: true })
  writeFileSync(join(state, 'user/User/settings.json'), JSON.stringify(settings, null, 2))
  writeFileSync(join(state, 'config.yaml'), '')
  return state
}

/**
 * The environment without what a surrounding VS Code left there, and with no marketplace: nothing is sent anywhere. Sockets and logs of
 * the server lie in its state, and go with it.
 * @param {string} node
 * @param {string} state
 */
function environment(node, state) {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_(?!TEST)|ELECTRON_|CODE_SERVER_)/.test(name))
  return {
    ...Object.fromEntries(own),
    PATH: dirname(node) + delimiter + process.env.PATH,
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: state,
    XDG_RUNTIME_DIR: state,
    XDG_DATA_HOME: join(state, 'data'),
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>} its address
 */
function listening(server) {
  return new Promise((resolve, reject) => {
    const output = collect(server, (text) => {
      const address = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(text)
      if (address?.[1]) resolve(address[1])
    })
    server.once('error', reject)
    server.once('close', () => reject(new Error(whyNot(output()))))
  })
}

/** @param {string} output */
function whyNot(output) {
  const taken = /EADDRINUSE.*:(\d+)/.exec(output)
  if (taken) return `Port ${taken[1]} is taken. Name another one by PORT, or none: then a free one is found.`
  return `VS Code's server did not start:\n${output}`
}

/**
 * @param {import('node:child_process').ChildProcess} run
 * @param {(output: string) => void} [listener] told the whole output when it has grown
 */
function collect(run, listener) {
  let output = ''
  for (const stream of [run.stdout, run.stderr]) {
    stream?.on('data', (data) => {
      output += data
      listener?.(output)
    })
  }
  return () => output
}
