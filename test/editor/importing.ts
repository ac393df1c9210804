import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { picture } from '../support/pad.ts'
import type { Workbench } from './workbench.ts'

const upload = 'upload_11111111111111111111111111111111.png'
const text = `# Team Storage 2025-01-10\r\n\r\n- Tabs\r\n\t- no more\r\n\r\n![quay](/uploads/${upload})\r\n`

/** How somebody makes minutes of a pad, by keyboard alone. */
export async function walkImporting(window: Workbench): Promise<void> {
  const pad = createServer(({ url }, response) => {
    if (url === '/storage-call/download') response.writeHead(200, { 'content-type': 'text/markdown' }).end(text)
    else if (url?.endsWith(upload)) response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => pad.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(pad.address() as AddressInfo).port}`
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
      await window.shown('Minutes could not read the pad').waitFor()
    })
    await window.step('import', async () => {
      await window.ask('Minutes: Import from Pad…', 'Import from Pad')
      await window.type(`${address}/storage-call?both`)
      await window.press('Enter')
      await window.wholeLine(`![quay](${upload})`)
    })
  } finally {
    pad.closeAllConnections()
    pad.close()
  }
}
