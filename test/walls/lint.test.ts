import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import test from 'node:test'
import { type Import, readImports } from './graph.ts'

const layers = ['text', 'syntax', 'minutes', 'repository', 'settings', 'rules', 'ide']

/** Imports that break through a wall, one of each kind: a file, and what it must not import. */
const forbidden = `
server/src/core/rules/check.ts → server/src/core/ide/outline/outline.ts
server/src/core/rules/check.ts → server/src/core/authoring/report.ts
server/src/core/rules/check.ts → server/src/core/workspace.ts
server/src/core/rules/a-fault/rule.ts → server/src/core/rules/b-fault/rule.ts
server/src/core/rules/a-fault/rule.ts → server/src/core/ide/outline/outline.ts
server/src/core/ide/hover.ts → server/src/core/rules/check.ts
server/src/core/ide/hover/link.ts → server/src/core/rules/a-fault/rule.ts
server/src/core/ide/hover.ts → server/src/core/authoring/report.ts
server/src/core/authoring/report.ts → server/src/core/ide/outline/outline.ts
server/src/core/authoring/report.ts → server/src/core/rules/check.ts
server/src/core/workspace.ts → server/src/lsp/convert.ts
server/src/core/text/span.ts → server/src/lsp/convert.ts
server/src/core/rules/a-fault/rule.ts → server/src/node/files.ts
server/src/core/syntax/skim.ts → node:fs
server/src/core/minutes/minutes.ts → vscode
server/src/core/ide/hover.ts → vscode-languageserver
server/src/core/ide/hover.ts → vscode-languageserver/node
server/src/core/repository/repository.ts → server/src/web/files.ts
server/src/lsp/server.ts → server/src/node/files.ts
server/src/lsp/features/hover.ts → server/src/web/files.ts
server/src/lsp/features/hover.ts → client/src/client.ts
server/src/lsp/features/hover.ts → node:path
server/src/lsp/server.ts → vscode-languageserver/node
server/src/lsp/server.ts → vscode-languageserver/browser
server/src/lsp/server.ts → vscode
server/src/web/worker.ts → server/src/node/files.ts
server/src/web/worker.ts → node:fs
server/src/web/worker.ts → client/src/client.ts
server/src/node/cli.ts → server/src/lsp/convert.ts
server/src/node/commands/check.ts → server/src/lsp/convert.ts
server/src/node/report/json.ts → server/src/lsp/convert.ts
server/src/node/report/json.ts → vscode-languageserver
server/src/node/files.ts → server/src/web/files.ts
server/src/node/stdio.ts → server/src/web/files.ts
server/src/node/stdio.ts → client/src/client.ts
client/src/client.ts → server/src/lsp/convert.ts
server/src/download/download.ts → server/src/core/text/span.ts
server/src/core/repository/uploads.ts → server/src/download/download.ts
client/src/client.ts → server/src/core/text/span.ts
client/src/client.ts → node:fs
client/src/client.ts → vscode-languageclient/node
client/src/views/status.ts → server/src/lsp/features/hover.ts
client/src/main.ts → server/src/lsp/server.ts
${layers.flatMap((from, index) => above(index).map((to) => `server/src/core/${from}/a.ts → server/src/core/${to}/b.ts`)).join('\n')}
`

test('the linter reports every import that breaks through a wall', () => {
  const imports = forbidden
    .trim()
    .split('\n')
    .map((line) => line.split(' → ') as [string, string])
    .map(([from, to]) => ({ from, to }))
  assert.deepEqual(reported(imports), imports.map(arrow).sort())
})

test('the linter reports no import that the code has', () => {
  assert.deepEqual(reported(readImports(['server/src', 'client/src'])), [])
})

/** What must not be imported by a layer: those that come after it. */
function above(index: number): string[] {
  return layers.slice(index + 1).filter((layer) => !(layers[index] === 'settings' && layer === 'ide'))
}

/** The imports that the linter reports when files consist of nothing else, one a line. */
function reported(imports: readonly Import[]): string[] {
  const files = new Map<string, Import[]>()
  for (const each of imports) files.set(each.from, [...(files.get(each.from) ?? []), each])
  return lint(files)
    .map(({ path, start }) => arrow(files.get(path)![start.line - 1]!))
    .sort()
}

interface Place {
  readonly path: string
  readonly start: { readonly line: number }
}

/** The places of the linter's reports, by the walls alone, in a copy of nothing but the imports. */
function lint(files: ReadonlyMap<string, readonly Import[]>): Place[] {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-walls-'))
  try {
    copyFileSync('biome.walls.json', join(folder, 'biome.json'))
    for (const [file, imports] of files) write(join(folder, file), imports)
    const biome = resolve('node_modules/@biomejs/biome/bin/biome')
    const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.']
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: Place }[] }
    return diagnostics.map(({ location }) => location)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function write(file: string, imports: readonly Import[]) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, imports.map(({ from, to }) => `import '${specifier(from, to)}'\n`).join(''))
}

function specifier(from: string, to: string): string {
  if (!/^(?:server|client)\//.test(to)) return to
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`
}
