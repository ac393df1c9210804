import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../test/editor/browser.mjs'
import { Workbench } from '../../test/editor/workbench.ts'
import { packExtension } from '../packing.mjs'
import { serve } from '../serve.mjs'
import { removeTemporary } from '../temporary.mjs'
import { type Figure, repeated, type Sample, timesFigure } from './figure.ts'
import { pathsIn } from './subject.ts'

const windows = 8

/**
 * How long the packed extension takes to be activated in windows of a real VS Code that show a folder of minutes, as its own list of running
 * extensions tells it: the time to load the extension, and until its `activate` is done.
 */
export async function measureActivation(
  folder: string,
): Promise<{ readonly files: number; readonly figures: Figure[] }> {
  const paths = pathsIn(folder)
  const copy = mkdtempSync(join(tmpdir(), 'minutes-bench-'))
  cpSync(folder, copy, { recursive: true })
  const server = await serve({ home: resolve('.editor'), extension: packExtension('out') })
  const browser = await openBrowser()
  try {
    const open = `${server.url}/?${new URLSearchParams({ folder: copy })}`
    // VS Code keeps what it has compiled of an extension: the first window is that of its installation.
    await activation(browser, open, paths[0]!)
    const samples = await repeated(windows, () => activation(browser, open, paths[0]!))
    const goal = { value: 'median', atMost: 50 } as const
    return {
      files: paths.length,
      figures: [timesFigure('activation of the extension, a new window', samples, undefined, goal)],
    }
  } finally {
    await browser.close()
    await server.stop()
    await removeTemporary(copy)
  }
}

async function activation(browser: Browser, url: string, path: string): Promise<Sample> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    const window = new Workbench(page, 'out/activation')
    await window.openPage(url)
    await window.open(path)
    await window.hoverStatus()
    await window.command('Developer: Show Running Extensions')
    const told = await window.runningExtension('Minutes').textContent()
    const milliseconds = /Activation: (\d+)ms/.exec(told ?? '')?.[1]
    if (milliseconds === undefined) throw new Error(`VS Code does not tell how long the activation took: ${told}`)
    return { milliseconds: Number(milliseconds), count: 0 }
  } finally {
    await page.close()
  }
}
