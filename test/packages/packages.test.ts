import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { packExtension, packServer } from '../../scripts/packing.mjs'
import { Client } from '../protocol/client.ts'
import { minutes } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

const installed = 'node_modules/minutes-language-server'

/** This Node, and those on which the VS Code of the tests runs, where it has been installed. */
const editor = existsSync('.editor') ? readdirSync('.editor').filter((name) => name.startsWith('node-')) : []
const nodes = [process.execPath, ...editor.map((name) => resolve('.editor', name, 'node'))].filter(existsSync)

describe('The package of npm', () => {
  let packed = ''
  let tarball = ''
  before(() => {
    packed = mkdtempSync(join(tmpdir(), 'minutes-packed-'))
    tarball = packServer(packed)
  })
  after(() => rmSync(packed, { recursive: true, force: true }))

  test('is installed without a network, with the pages of the rules', (t) => {
    const folder = folderWith(t, tarball)
    assert.match(npm(folder, 'exec', '--offline', '--', 'minutes', 'explain', 'date-mismatch'), /^# date-mismatch\n/)
  })

  for (const node of nodes) {
    test(`says the same, and complains of nothing, under ${node}`, async (t) => {
      const folder = folderWith(t, tarball)
      const sample = Folder.sample(t)
      const run = (...args: string[]) => spawnSync(node, args, { cwd: sample.root, encoding: 'utf8' })
      const { stdout, stderr } = run(folder.at('node_modules/.bin/minutes'), 'check')
      assert.deepEqual([stdout, stderr], [minutes(sample.root, 'check').out, ''])
      const server = folder.at('node_modules/.bin/minutes-language-server')
      const client = await Client.during(t, [sample.uri], { command: [node, server, '--stdio'] })
      assert.equal(client.capabilities.positionEncoding, 'utf-16')
    })
  }

  test('is run by "npx" in an empty folder', (t) => {
    const told = npm(new Folder(t), 'exec', '--offline', '--yes', '--package', tarball, '--', 'minutes', '--version')
    assert.equal(told.trim(), JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  test('is installed as the pages say, from the file that is made here', () => {
    const pages = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : []))]
    const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n')
    const named = [...text.matchAll(/(?:npm install --global|npx --package) ([^\s`]+)/g)].map(([, name]) => name!)
    assert.ok(named.length > 1)
    for (const name of named) assert.equal(name, `./${basename(tarball)}`)
  })

  test('depends on nothing, runs nothing when it is installed, and holds nothing else', (t) => {
    const folder = folderWith(t, tarball)
    const manifest = JSON.parse(folder.read(`${installed}/package.json`))
    for (const part of ['dependencies', 'optionalDependencies', 'peerDependencies', 'scripts'])
      assert.equal(manifest[part], undefined, part)
    assert.deepEqual(Object.keys(manifest.engines), ['node'])
    assert.deepEqual(readdirSync(folder.at('node_modules')).sort(), [
      '.bin',
      '.package-lock.json',
      'minutes-language-server',
    ])
    const files = readdirSync(folder.at(installed), { recursive: true, encoding: 'utf8' })
    assert.deepEqual(files.filter((file) => !/[/\\]rules[/\\]/.test(file)).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES.txt',
      'dist',
      'dist/answers.js',
      'dist/cli.js',
      'dist/program.js',
      'dist/rules',
      'dist/server.js',
      'minutes.schema.json',
      'package.json',
    ])
  })
})

describe('The package of VS Code', () => {
  test('holds what the extension reads, and nothing else', (t) => {
    const files = namesInZip(readFileSync(packExtension(new Folder(t).root))).map((name) =>
      name.replace(/^extension\//, ''),
    )
    assert.deepEqual(files.filter((file) => !file.startsWith('dist/rules/')).sort(), [
      'LICENSE.txt',
      'THIRD-PARTY-LICENSES.txt',
      '[Content_Types].xml',
      'changelog.md',
      'dist/answers.js',
      'dist/calendar/calendar.css',
      'dist/calendar/main.js',
      'dist/client.js',
      'dist/extension.js',
      'dist/server.js',
      'dist/web/answers.js',
      'dist/web/extension.js',
      'dist/web/server.js',
      'extension.vsixmanifest',
      'l10n/bundle.l10n.de.json',
      'media/icon.png',
      'media/mend.svg',
      'media/open.svg',
      'media/report.svg',
      'media/write.svg',
      'minutes.schema.json',
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'readme.md',
      'snippets/minutes.json',
      'syntaxes/minutes-slides.injection.tmLanguage.json',
      'syntaxes/minutes.injection.tmLanguage.json',
    ])
    const pages = readdirSync('dist/rules').map((page) => `dist/rules/${page}`)
    assert.deepEqual(files.filter((file) => file.startsWith('dist/rules/')).sort(), pages.sort())
  })

  test('has a manifest whose files are there', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const file of [manifest.icon, manifest.main, manifest.browser]) assert.ok(existsSync(file), file)
    // A PNG tells its width and height in bytes 16 to 23.
    const icon = readFileSync(manifest.icon)
    assert.deepEqual([icon.toString('latin1', 1, 4), icon.readUInt32BE(16), icon.readUInt32BE(20)], ['PNG', 256, 256])
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/)
    assert.deepEqual(manifest.extensionKind, ['workspace'])
    for (const kind of ['untrustedWorkspaces', 'virtualWorkspaces'])
      assert.equal(manifest.capabilities[kind].supported, 'limited', kind)
  })
})

/** A folder that holds nothing but the installed package. */
function folderWith(t: TestContext, tarball: string): Folder {
  const folder = new Folder(t)
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--no-save', tarball)
  return folder
}

/** Runs npm as it is in a folder whose user has never used it, whatever npm runs this test. */
function npm({ root }: Folder, ...args: string[]): string {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  const env = { ...Object.fromEntries(own), npm_config_cache: join(root, '.npm') }
  const shell = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, env, encoding: 'utf8', shell })
  assert.equal(status, 0, stderr)
  return stdout
}

/** The names in the central directory of a zip file. */
function namesInZip(zip: Buffer): string[] {
  const names: string[] = []
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  while (zip.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    names.push(zip.toString('utf8', at + 46, at + 46 + name!))
    at += 46 + name! + extra! + comment!
  }
  return names
}
