import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { installWebEditor } from '../../scripts/editor.mjs'
import { removeTemporary } from '../../scripts/temporary.mjs'
import { openBrowser } from './browser.mjs'
import { type Listing, serveWeb } from './web/serve.ts'
import { walkInBrowser, walkSlowly } from './web/walk.ts'
import { Workbench } from './workbench.ts'

/** Milliseconds. It takes half a minute, or a few where the machine is busy and VS Code is installed first. */
const walkLimit = 600_000

suite('In a VS Code that is a page of a browser', () => {
  test('a walk by keyboard', { timeout: walkLimit }, async (t) => {
    await walkInBrowser(await openWindow(t, 'out/walk-browser'))
  })

  test('a walk through a repository whose folders come late', { timeout: walkLimit }, async (t) => {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const listing: Listing = (path) => (path === '/storage' ? released : Promise.resolve())
    await walkSlowly(await openWindow(t, 'out/walk-slowly', listing), release)
  })
})

/** Opens a window on a copy of the sample, with the server in a worker. It leaves a picture of each step. */
async function openWindow(t: TestContext, pictures: string, listing?: Listing): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'minutes-test-'))
  const started: (() => Promise<unknown>)[] = [() => removeTemporary(folder)]
  // In one hook, for none is called after one that fails, and whatever is left running keeps the tests from ending.
  t.after(() => Promise.all(started.map((end) => end())))
  cpSync('test/sample', folder, { recursive: true })
  const server = await serveWeb({ build: installWebEditor(resolve('.editor')), folder, listing })
  started.push(server.close)
  const browser = await openBrowser()
  started.push(() => browser.close())
  const window = new Workbench(await browser.newPage({ viewport: { width: 1280, height: 800 } }), pictures)
  await window.openPage(server.url)
  return window
}
