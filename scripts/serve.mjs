// Starts VS Code's server on this machine's own address, with a state of its own that goes when it ends.
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { installEditor } from './editor.mjs'
import { startGroup } from './process-group.mjs'
import { removeTemporary } from './temporary.mjs'

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
    startGroup(node, [entry, ...places, ...args], {
      env: environment(node, state),
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: state,
    })

  if (extension?.endsWith('.vsix')) await finished(start('--install-extension', extension))
  else if (extension) linkExtension(extension, join(state, 'extensions'))
  return supervise(start(...options), state, signal)
}

/**
 * @param {import('./process-group.mjs').Group} server
 * @param {string} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<Serving>}
 */
async function supervise(server, state, signal) {
  // Its language servers end a moment later, and write until then.
  const ended = server.ended.then(() => removeTemporary(state))
  const stop = () => {
    void server.stop()
    return ended
  }
  signal?.addEventListener('abort', () => void stop())
  return { url: await listening(server.leader), state, stop, ended }
}

/** @param {import('./process-group.mjs').Group} run */
async function finished({ leader, ended }) {
  const output = collect(leader)
  await ended
  if (leader.exitCode) throw new Error(`VS Code's server could not install the extension:\n${output()}`)
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
