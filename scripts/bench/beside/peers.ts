import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from '../server.ts'
import { answerMarkdownServer } from './markdown-client.ts'
import type { OpenTexts } from './open-texts.ts'

const home = '.peers'
const packages = {
  rumdl: '0.2.75',
  'vscode-markdown-languageserver': '0.5.0',
  'markdown-it': '15.0.3',
  'unified-language-server': '4.1.0',
  remark: '15.0.1',
  'remark-preset-lint-recommended': '7.0.1',
}
/** The same options as those of the package "remark-language-server", and the preset of rules that remark's own pages begin with. */
const remarkServer = `import { remark } from 'remark'
import recommended from 'remark-preset-lint-recommended'
import { createUnifiedLanguageServer } from 'unified-language-server'

createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [recommended],
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  rcName: '.remarkrc',
})
`

/** A language server that is measured beside others. */
export interface Peer {
  readonly name: string
  readonly command: readonly string[]
  /** Does the part of the work that the server leaves to its client. */
  readonly serve?: (server: Server, folder: string, texts: OpenTexts) => void
  /** Its settings by their sections, which it is told, and told when it asks. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Whether it tells what it finds by itself, and better than when it is asked: rumdl then tells of which version it is. */
  readonly pushes?: boolean
  /** Whether it knows no files at all. */
  readonly isEmpty?: boolean
  /** The command that checks a whole folder; it prints them as JSON. */
  readonly check?: (folder: string) => readonly string[]
}

/** Ours, two that do the least, and the peers of these names, which are installed on first use. */
export function peersNamed(names: readonly string[]): Peer[] {
  if (names.length) install()
  return [ours, ...least, ...others().filter(({ name }) => names.includes(name))]
}

export const peerNames = ['rumdl', 'vscode-markdown', 'remark'] as const

const ours: Peer = {
  name: 'minutes',
  command: [process.execPath, 'dist/server.js', '--stdio'],
  check: (folder) => [process.execPath, 'dist/cli.js', 'check', folder, '--format', 'json'],
}

const least: readonly Peer[] = [
  {
    name: 'empty',
    isEmpty: true,
    command: [process.execPath, 'out/scripts/bench/beside/empty-server.mjs', '--stdio'],
  },
  { name: 'skimming', command: [process.execPath, 'out/scripts/bench/beside/skimming-server.mjs', '--stdio'] },
]

function others(): Peer[] {
  const rumdl = programOfRumdl()
  return [
    {
      name: 'rumdl',
      command: [rumdl, 'server'],
      pushes: true,
      check: (folder) => [rumdl, 'check', '--no-cache', '--output-format', 'json', folder],
    },
    {
      name: 'vscode-markdown',
      command: [
        process.execPath,
        join(home, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'),
        '--stdio',
      ],
      serve: (server, folder, texts) => answerMarkdownServer(server, folder, texts, home),
      settings: {
        markdown: {
          server: { log: 'off' },
          suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
          occurrencesHighlight: { enabled: true },
          validate: {
            enabled: true,
            referenceLinks: { enabled: 'warning' },
            fragmentLinks: { enabled: 'warning' },
            fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
            ignoredLinks: [],
            unusedLinkDefinitions: { enabled: 'hint' },
            duplicateLinkDefinitions: { enabled: 'warning' },
          },
        },
      },
    },
    {
      name: 'remark',
      command: [process.execPath, join(home, 'remark-server.mjs'), '--stdio'],
      settings: { remark: {} },
    },
  ]
}

/** The program itself: what npm puts into `.bin` is a script that starts it. */
function programOfRumdl(): string {
  const folder = join(home, 'node_modules/@rumdl')
  const [platform = ''] = existsSync(folder) ? readdirSync(folder) : []
  return join(folder, platform, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}

function install(): void {
  const specs = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const done = join(home, 'installed')
  if (existsSync(join(done, specs.join(' ').replaceAll('/', ' ')))) return
  console.error(`Installing ${specs.join(', ')} into ${home} …`)
  rmSync(home, { recursive: true, force: true })
  mkdirSync(done, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n')
  writeFileSync(join(home, 'remark-server.mjs'), remarkServer)
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  execFileSync('npm', ['install', '--save-exact', ...quiet, ...specs], { cwd: home, stdio: ['ignore', 2, 2] })
  writeFileSync(join(done, specs.join(' ').replaceAll('/', ' ')), '')
}
