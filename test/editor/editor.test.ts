import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { runTests } from '@vscode/test-electron'
import { desktopProgram } from '../../scripts/machine.mjs'
import { packExtension } from '../../scripts/packing.mjs'
import { calm, serve } from '../../scripts/serve.mjs'
import { removeTemporary } from '../../scripts/temporary.mjs'
import { walkActions } from './actions.ts'
import { walkBeginning, walkInGerman } from './beginning.ts'
import { openBrowser } from './browser.mjs'
import { walkCalendar } from './calendar.ts'
import { walkFolding } from './folding.ts'
import { walkHindered } from './hindered.ts'
import { walkImporting } from './importing.ts'
import { walkPasting } from './pasting.ts'
import { walkStarting } from './starting.ts'
import type { ReportLine } from './suite/index.ts'
import { walk } from './walk.ts'
import { Workbench } from './workbench.ts'

/** Milliseconds. It takes one minute, or a few where the machine is busy and VS Code is installed first. */
const walkLimit = 900_000

suite('In a real VS Code', () => {
  test('the suite on the sample', async (t) => {
    await runSuite(t, 'sample', copyOfSample(temporaryFolder(t)))
  })

  test('the suite in a folder without minutes', async (t) => {
    const folder = temporaryFolder(t)
    writeFileSync(join(folder, 'README.md'), '# No minutes\n')
    await runSuite(t, 'elsewhere', folder)
  })

  test('a walk by keyboard, with the packed extension installed', { timeout: walkLimit }, async (t) => {
    const openWindow = await editorWithExtension(t)
    const folder = copyOfSample(temporaryFolder(t))
    const window = await openWindow(folder, 'out/walk')
    await walk(window)
    await walkFolding(window)
    await walkPasting(window, folder)
    await walkActions(window, folder)
    await walkCalendar(window, folder)
    await walkStarting(window)
    await walkImporting(window, folder)
    await walkHindered(window, folder)
  })

  test('the first steps, where there are no minutes and where VS Code speaks German', {
    timeout: walkLimit,
  }, async (t) => {
    const openWindow = await editorWithExtension(t)
    const empty = temporaryFolder(t)
    writeFileSync(join(empty, 'README.md'), '# No minutes\n')
    await walkBeginning(await openWindow(empty, 'out/walk-beginning'))
    await walkInGerman(await openWindow(copyOfSample(temporaryFolder(t)), 'out/walk-german', 'de'))
  })
})

type OpenWindow = (folder: string, pictures: string, language?: string) => Promise<Workbench>

/** Starts VS Code with the extension as it is shipped. The result opens a window, which leaves a picture of each step. */
async function editorWithExtension(t: TestContext): Promise<OpenWindow> {
  const extension = packExtension('out')
  const started: (() => Promise<void>)[] = []
  // In one hook, for none is called after one that fails, and whatever is left running keeps the tests from ending.
  t.after(() => Promise.all(started.map((end) => end())))
  const server = await serve({ home: resolve('.editor'), extension, signal: t.signal })
  started.push(server.stop)
  const browser = await openBrowser()
  started.push(() => browser.close())
  return async (folder, pictures, language) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    if (language) await page.addInitScript(speak, language)
    const window = new Workbench(page, pictures)
    await window.openFolder(server.url, folder)
    return window
  }
}

/** Runs in the page: VS Code has a language, whose own texts need not be there for extensions to speak it. */
function speak(language: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} })
}

/** Runs tests in the extension host of a window of its own, and shows each as a test of ours. */
async function runSuite(t: TestContext, name: 'sample' | 'elsewhere', folder: string) {
  const temporary = temporaryFolder(t)
  const report = join(temporary, 'report')
  const failure = await runTests({
    vscodeExecutablePath: desktopProgram() ?? resolve('test/editor/launcher.mjs'),
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve('out/suite/index.js'),
    extensionTestsEnv: { MINUTES_SUITE: name, MINUTES_SUITE_REPORT: report },
    launchArgs: [folder, ...profile(temporary), '--disable-extensions'],
  }).then(
    () => undefined,
    (error: Error) => error,
  )
  const lines = readReport(report)
  for (const line of lines) {
    if ('title' in line) await t.test(line.title, () => assert.ok(!line.error, line.error))
  }
  // VS Code says that all is well when its extension host has died.
  assert.ok(lines.length > 1 && 'end' in lines.at(-1)!, `The suite did not run to its end. ${failure ?? ''}`)
  assert.equal(failure, undefined)
}

/** A user of the desktop's VS Code who has changed nothing. */
function profile(temporary: string): string[] {
  const user = join(temporary, 'user')
  mkdirSync(join(user, 'User'), { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify(calm))
  return [`--user-data-dir=${user}`, `--extensions-dir=${join(temporary, 'extensions')}`]
}

function readReport(file: string): ReportLine[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

function copyOfSample(temporary: string): string {
  const copy = join(temporary, 'sample')
  cpSync('test/sample', copy, { recursive: true })
  return copy
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-test-'))
  t.after(() => removeTemporary(folder))
  return folder
}
