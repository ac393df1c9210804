// Packs what has been built: the extension of VS Code, and the language server with the command line for npm.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { licencesFile } from './licences.mjs'

/** What the package of npm holds. V8's own form of the program is left out: it fits one version of Node on one kind of processor. */
const served = [
  'dist/cli.js',
  'dist/program.js',
  'dist/server.js',
  'dist/answers.js',
  'dist/rules',
  'minutes.schema.json',
  'CHANGELOG.md',
  'LICENSE',
  licencesFile,
]

/**
 * Packs the extension, and tells its file.
 * @param {string} folder
 */
export function packExtension(folder) {
  const file = join(resolve(folder), 'minutes.vsix')
  const vsce = resolve('node_modules/@vscode/vsce/vsce')
  const options = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file]
  execFileSync(process.execPath, [vsce, ...options], { stdio: 'pipe' })
  return file
}

/**
 * Packs the language server and the command line, and tells the file.
 * @param {string} folder
 */
export function packServer(folder) {
  const content = mkdtempSync(join(tmpdir(), 'minutes-package-'))
  try {
    for (const path of served) cpSync(path, join(content, path), { recursive: true })
    cpSync('docs/language-server.md', join(content, 'README.md'))
    writeFileSync(join(content, 'package.json'), `${JSON.stringify(serverManifest(), null, 2)}\n`)
    const options = ['pack', '--json', '--pack-destination', resolve(folder)]
    const [{ filename }] = JSON.parse(npm(content, options))
    return join(resolve(folder), filename)
  } finally {
    rmSync(content, { recursive: true, force: true })
  }
}

/** It has no dependencies, because everything is in the bundles, and no scripts. */
function serverManifest() {
  const { version, license, keywords, bin, engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  return {
    name: 'minutes-language-server',
    version,
    description: 'Language server and command line for minutes of meetings in Markdown.',
    license,
    keywords,
    bin,
    engines: { node: engines.node },
    files: ['dist', 'minutes.schema.json', licencesFile, 'CHANGELOG.md'],
  }
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npm(cwd, args) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
}
