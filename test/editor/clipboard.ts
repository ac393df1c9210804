/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** A picture (PNG) with the name of its file. */
export interface PictureFile {
  readonly name: string
  readonly content: Buffer
}

/** Puts a text on the clipboard, as another program does. */
export async function copyText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
}

/** Puts a picture (PNG) on the clipboard. The browser writes it anew. */
export async function copyPicture(page: Page, content: Buffer): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async (encoded) => {
    const picture = new Blob([Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0))], { type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  }, content.toString('base64'))
}

/** Drops pictures on the first element that a selector finds, with Shift held. */
export async function dropPictures(page: Page, selector: string, pictures: readonly PictureFile[]): Promise<void> {
  const files = pictures.map(({ name, content }) => ({ name, encoded: content.toString('base64') }))
  await page.locator(selector).first().evaluate(dropAt, files)
}

function dropAt(element: Element, files: readonly { readonly name: string; readonly encoded: string }[]) {
  const dataTransfer = new DataTransfer()
  for (const { name, encoded } of files) {
    const content = Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0))
    dataTransfer.items.add(new File([content], name, { type: 'image/png' }))
  }
  const { left, top, height } = element.getBoundingClientRect()
  const [clientX, clientY] = [left + 1, top + height / 2]
  const target = document.elementFromPoint(clientX, clientY)!
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const options = { dataTransfer, clientX, clientY, shiftKey: true, bubbles: true, cancelable: true }
    target.dispatchEvent(new DragEvent(type, options))
  }
}
