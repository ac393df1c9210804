import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../test/editor/browser.mjs'
import { Workbench } from '../../test/editor/workbench.ts'
import { packExtension } from '../packing.mjs'
import { serve } from '../serve.mjs'
import { removeTemporary } from '../temporary.mjs'
import { type Figure, type Sample, timesFigure } from './figure.ts'
import { pathsIn } from './subject.ts'

const windows = 8
const goal = { value: 'median', atMost: 50 } as const
/** Names of the list: ours, and one that VS Code brings with it and activates for the same file. */
const extensions = ['Minutes', 'Markdown Language Features']

/**
 * How long the packed extension takes to be activated in windows of a real VS Code that show a folder of minutes, as its own list of running
 * extensions tells it: the time to load it, and until its `activate` returns. Beside it stands one of VS Code's own, for all of them wait for
 * each other while a window opens.
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
    // The first window is that of the installation.
    await activations(browser, open, paths[0]!)
    const rounds: Sample[][] = []
    for (let round = 0; round < windows; round += 1) rounds.push(await activations(browser, open, paths[0]!))
    const figures = extensions.map((name, at) => {
      const samples = rounds.map((round) => round[at]!)
      return timesFigure(`activation of ${name}, a new window`, samples, undefined, at ? undefined : goal)
    })
    return { files: paths.length, figures }
  } finally {
    await browser.close()
    await server.stop()
    await removeTemporary(copy)
  }
}

/** The times of the extensions in a new window. */
async function activations(browser: Browser, url: string, path: string): Promise<Sample[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    const window = new Workbench(page, 'out/activation')
    await window.openPage(url)
    await window.open(path)
    await window.hoverStatus()
    await window.command('Developer: Show Running Extensions')
    const samples: Sample[] = []
    for (const name of extensions) samples.push({ milliseconds: await window.activationOf(name), count: 0 })
    return samples
  } finally {
    await page.close()
  }
}
