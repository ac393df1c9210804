import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

const minutes = 'platform/20251210.md'
const change = 'https://github.com/lighthouse-commons/harbourd/pull/402'
const before = 'https://github.com/lighthouse-commons/minutes/blob/main/platform/20251203.md'
const picture = readFileSync('docs/images/editor.png')

/** What a person pastes and drops into minutes of a folder, and takes back. */
export async function walkPasting(window: Workbench, folder: string): Promise<void> {
  const stored = (name: string) => join(folder, 'platform', name)
  await window.step('pasted-at-action', async () => {
    await window.open(minutes)
    await window.press('Control+End')
    await window.type('\n- AI @priya-raman: read ')
    await window.press('Escape')
    await window.paste(change)
    await window.line('- AI @priya-raman: read [harbourd#402](https://github.com/')
  })
  await window.step('paste-undone', async () => {
    await window.press('Control+z')
    await window.wholeLine('- AI @priya-raman: read ')
  })
  await window.step('pasted-over-text', async () => {
    await window.type('this')
    await window.press('Escape Control+Shift+ArrowLeft')
    await window.paste(change)
    await window.line('- AI @priya-raman: read [this](https://github.com/')
  })
  await window.step('pasted-elsewhere', async () => {
    await window.press('Control+End')
    await window.type('\n\nSee ')
    await window.press('Escape')
    await window.paste(before)
    await window.line('See https://github.com/lighthouse-commons/minutes/')
    await window.pressUntil('Control+.', window.pasteChoice('Insert Labelled Link'))
  })
  await window.step('paste-changed', async () => {
    await window.pasteChoice('Insert Labelled Link').click()
    await window.line('See [2025-12-03](https://github.com/')
  })
  await window.step('picture-pasted', async () => {
    await window.press('Control+End')
    await window.type('\n\n')
    await window.pastePicture(picture)
    await window.wholeLine('![](20251210.png)')
    await thatExists(stored('20251210.png'), true)
    await window.squiggle().first().waitFor({ state: 'detached' })
  })
  await window.step('picture-undone', async () => {
    await window.press('Control+z')
    await window.line('![](20251210.png)', 'detached')
    await thatExists(stored('20251210.png'), false)
  })
  await window.step('pictures-dropped', async () => {
    await window.drop([
      { name: 'quay plan.png', content: picture },
      { name: 'Screenshot from 2025-12-10 10-00-01.png', content: picture },
    ])
    await window.line('![](20251210-quay-plan.png) ![](20251210.png)')
    await thatExists(stored('20251210-quay-plan.png'), true)
    await thatExists(stored('20251210.png'), true)
    assert.equal(statSync(stored('20251210.png')).size, picture.length)
  })
  await window.step('drop-undone', async () => {
    await window.press('Control+z')
    await window.line('![](20251210-quay-plan.png)', 'detached')
    await thatExists(stored('20251210-quay-plan.png'), false)
    await thatExists(stored('20251210.png'), false)
  })
}

/** Waits until a file is there, or is gone. It is there for a moment before it has its content. */
async function thatExists(file: string, expected: boolean): Promise<void> {
  const exists = () => existsSync(file) && statSync(file).size > 0
  for (const end = Date.now() + 10_000; exists() !== expected; ) {
    assert.ok(Date.now() < end, `${file} is ${expected ? 'not there' : 'still there'}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
