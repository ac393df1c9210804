import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { picture } from '../support/pad.ts'
import type { Workbench } from './workbench.ts'

const other = 'upload_33333333333333333333333333333333.png'
const silent = 'upload_22222222222222222222222222222222.png'
const upload = 'upload_11111111111111111111111111111111.png'
const text = `# Team Storage 2025-01-10\r\n\r\n- Tabs\r\n\t- no more\r\n\r\n![quay](/uploads/${upload})\r\n`

/** How somebody makes minutes of a pad in a folder, or thinks better of it, by keyboard alone. */
export async function walkImporting(window: Workbench, folder: string): Promise<void> {
  const files = () => readdirSync(join(folder, 'storage'))
  const pad = createServer(({ url }, response) => {
    if (url === '/storage-call/download') response.writeHead(200, { 'content-type': 'text/markdown' }).end(text)
    else if (url === '/half-call/download')
      response
        .writeHead(200, { 'content-type': 'text/markdown' })
        .end(text.replace('01-10', '01-17').replace(upload, silent))
    else if (url === '/silent-call/download' || url?.endsWith(silent)) return
    else if (url?.endsWith(upload) || url?.endsWith(other))
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => pad.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(pad.address() as AddressInfo).port}`
  /** Ends what is under way, by the first button of its notification. */
  const cancelled = async (what: string) => {
    await window.toast(what).waitFor()
    await window.command('Notifications: Focus Notification Toast')
    await window.pressUntil('Tab', window.focusedButton('Cancel'))
    await window.press('Enter')
    await window.toast(what).waitFor({ state: 'detached' })
  }
  try {
    await window.step('import-question', async () => {
      await window.ask('Minutes: Import from Pad…', 'Import from Pad')
      await window.type('storage')
      await window.shown('Paste the address at which you read the pad').waitFor()
    })
    await window.step('import-failure', async () => {
      await window.press('Control+a')
      await window.type(`${address}/nowhere`)
      await window.press('Enter')
      await window.shown('The pad could not be read.').waitFor()
    })
    await window.step('import', async () => {
      await window.ask('Minutes: Import from Pad…', 'Import from Pad')
      await window.type(`${address}/storage-call?both`)
      await window.press('Enter')
      await window.wholeLine(`![quay](${upload})`)
    })
    await window.step('images-saved', async () => {
      await window.press('Control+End')
      await window.type(`\n![buoy](${address}/uploads/${other})`)
      await window.press('Escape')
      await window.command('Minutes: Save Images…')
      await window.dialog('Download the picture from 127.0.0.1').waitFor()
      await window.press('Enter')
      await window.wholeLine(`![buoy](${other})`)
      assert.ok(existsSync(join(folder, 'storage', other)))
    })
    const before = files()
    await window.step('import-cancelled', async () => {
      await window.answer('Minutes: Import from Pad…', 'Import from Pad', `${address}/silent-call`)
      await cancelled('Reading the pad at')
      assert.deepEqual(files(), before)
    })
    await window.step('import-cancelled-half-way', async () => {
      await window.answer('Minutes: Import from Pad…', 'Import from Pad', `${address}/half-call`)
      await window.focused('storage/20250117.md').waitFor()
      await cancelled('Saving pictures')
      await window.focused('storage/20250117.md').waitFor({ state: 'detached' })
      // The file goes when its editor has gone.
      for (let wait = 0; wait < 100 && files().length > before.length; wait += 1) await setTimeout(50)
      assert.deepEqual(files(), before)
    })
  } finally {
    pad.closeAllConnections()
    pad.close()
  }
}
