// What this machine has: a desktop VS Code, a browser, other editors. Nothing is downloaded but Debian's own packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The command of a desktop VS Code that can open a window here, or `undefined`. */
export function desktopCommand() {
  // In a terminal of a remote VS Code, "code" only talks to that window: it cannot develop an extension.
  if (process.env.VSCODE_IPC_HOOK_CLI || !hasDisplay()) return undefined
  return onPath(['code', 'codium', 'code-insiders'])
}

/**
 * The program behind that command. The command returns before its window closes; a test needs the window's exit code.
 * @returns {string | undefined}
 */
export function desktopProgram() {
  const command = desktopCommand()
  if (!command) return undefined
  const bin = dirname(realpathSync(command))
  const candidates = [
    join(bin, '../../../MacOS/Electron'),
    ...['Code.exe', 'VSCodium.exe', 'Code - Insiders.exe', 'code', 'codium', 'code-insiders'].map((name) =>
      join(bin, '..', name),
    ),
  ]
  return candidates.find(existsSync)
}

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** A browser for the tests: the one that is there, or Debian's. Throws where neither is to be had. */
export function installBrowser() {
  return (
    browser() ??
    installFromDebian('chromium', browser) ??
    missing('a browser', 'Install Chromium, Chrome or Edge so that it is on the PATH, or set CHROMIUM to its file.')
  )
}

/** Neovim for the tests: the one that is there, or Debian's. Throws where neither is to be had. */
export function installNeovim() {
  const find = () => onPath(['nvim'])
  return find() ?? installFromDebian('neovim', find) ?? missing('Neovim', 'Install it so that nvim is on the PATH.')
}

/** Emacs with eglot and markdown-mode for the tests: the one that is there, or Debian's. Throws where neither is to be had. */
export function installEmacs() {
  const packages = ['--batch', '-q', '--eval', "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"]
  const find = () => {
    const emacs = onPath(['emacs'])
    return emacs && spawnSync(emacs, packages, { stdio: 'ignore' }).status === 0 ? emacs : undefined
  }
  return (
    find() ??
    installFromDebian('emacs-nox elpa-eglot elpa-markdown-mode', find) ??
    missing('Emacs', 'Install it with eglot and markdown-mode, so that emacs is on the PATH.')
  )
}

/** Kate for the tests, with a display of X and hands for it: what is there, or Debian's. Throws where neither is to be had. */
export function installKate() {
  const find = () => (onPath(['Xvfb']) && onPath(['xdotool']) ? onPath(['kate']) : undefined)
  return (
    find() ??
    installFromDebian('kate xdotool xvfb', find) ??
    missing('Kate', 'Install it with xdotool and Xvfb, so that kate, xdotool and Xvfb are on the PATH.')
  )
}

/**
 * Installs packages, where that can be done without asking anybody.
 * @param {string} names with blanks between them
 * @param {() => string | undefined} find the program that they bring
 */
function installFromDebian(names, find) {
  if (!isDebian() || process.getuid?.() !== 0) return undefined
  console.error(`Installing Debian's ${names} (once, about a minute), because that is not there …`)
  const command = `apt-get update -q && apt-get install -q -y --no-install-recommends ${names}`
  const run = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const installed = find()
  if (installed) return installed
  throw new Error(`Debian's ${names} could not be installed:\n${run.error ?? run.stderr.trim()}`)
}

/**
 * @param {string} what
 * @param {string} remedy
 * @returns {never}
 */
function missing(what, remedy) {
  throw new Error(`Some tests need ${what}. ${remedy}`)
}

function browser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chrome',
    'msedge',
  ]
  const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  return onPath(names) ?? applications.find(existsSync)
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/**
 * @param {string[]} names without extension
 * @returns {string | undefined} the file of the first name that the PATH holds
 */
export function onPath(names) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const name of names) {
    for (const folder of folders) {
      for (const extension of extensions) {
        const file = join(folder, name + extension)
        if (existsSync(file)) return file
      }
    }
  }
  return undefined
}
