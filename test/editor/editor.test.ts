import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { runTests } from '@vscode/test-electron'
import { desktopProgram } from '../../scripts/machine.mjs'
import { calm, serve } from '../../scripts/serve.mjs'
import { openBrowser } from './browser.mjs'
import type { ReportLine } from './suite/index.ts'
import { walk } from './walk.ts'
import { Workbench } from './workbench.ts'

suite('In a real VS Code', () => {
  test('the suite in the extension host', async (t) => {
    const temporary = temporaryFolder(t)
    const report = join(temporary, 'report')
    const failure = await runSuite(temporary, report).catch((error: Error) => error)
    const lines = readReport(report)
    for (const line of lines) {
      if ('title' in line) await t.test(line.title, () => assert.ok(!line.error, line.error))
    }
    assert.equal(failure, undefined)
    // VS Code says that all is well when its extension host has died.
    assert.ok(lines.length > 1 && 'end' in lines.at(-1)!, 'The suite did not run to its end.')
  })

  test('a walk by keyboard, with the packed extension installed', async (t) => {
    const extension = packExtension()
    const server = await serve({ home: resolve('.editor'), extension })
    t.after(server.stop)
    const browser = await openBrowser()
    t.after(() => browser.close())
    const window = new Workbench(await browser.newPage({ viewport: { width: 1280, height: 800 } }), 'out/walk')
    await window.openFolder(server.url, copyOfSample(temporaryFolder(t)))
    await walk(window)
  })
})

async function runSuite(temporary: string, report: string): Promise<undefined> {
  const user = join(temporary, 'user')
  mkdirSync(join(user, 'User'), { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify(calm))
  await runTests({
    vscodeExecutablePath: desktopProgram() ?? resolve('test/editor/launcher.mjs'),
    extensionDevelopmentPath: process.env.EXT ?? resolve('.'),
    extensionTestsPath: resolve('out/suite/index.js'),
    extensionTestsEnv: { MINUTES_SUITE_REPORT: report },
    launchArgs: [
      copyOfSample(temporary),
      `--user-data-dir=${user}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
      '--disable-extensions',
    ],
  })
}

function readReport(file: string): ReportLine[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

function packExtension(): string {
  const file = resolve('out/minutes.vsix')
  const vsce = resolve('node_modules/@vscode/vsce/vsce')
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file], {
    stdio: 'pipe',
    cwd: process.env.EXT ?? '.',
  })
  assert.ok(statSync(file).size < 1_500_000, 'The packed extension has 1.5 MB or more.')
  return file
}

function copyOfSample(temporary: string): string {
  const copy = join(temporary, 'sample')
  cpSync(process.env.SAMPLE ?? 'test/sample', copy, { recursive: true })
  return copy
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
