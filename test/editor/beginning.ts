import type { Workbench } from './workbench.ts'

/** How somebody begins in a folder without minutes, by keyboard alone. */
export async function walkBeginning(window: Workbench): Promise<void> {
  await window.step('welcome', async () => {
    await window.open('README.md')
    // The palette lists what is there when it is opened.
    await window.shown('First Minutes').waitFor()
    await window.focusView('First Minutes')
    await window.shown('There are no minutes here yet').waitFor()
    await window.container('Minutes').waitFor({ state: 'detached' })
  })
  await window.step('walkthrough', async () => {
    await window.tabToLink('First Minutes', 'The walkthrough')
    await window.press('Enter')
    await window.shown('Open the repository of minutes').waitFor()
  })
  await window.step('set-up', async () => {
    await window.command('Minutes: Set Up Repository…')
    await window.focused('.minutes.json').waitFor()
  })
}

/** What somebody reads whose VS Code speaks German. */
export async function walkInGerman(window: Workbench): Promise<void> {
  await window.step('german-commands', async () => {
    await window.open('storage/20251117.md')
    await window.shown('one open action from last time').waitFor()
    await window.ask('Minutes: Neues Protokoll…', 'Neues Protokoll (1/2)')
  })
}
