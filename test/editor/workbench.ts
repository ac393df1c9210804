import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { copyPicture, copyText, dropPictures, type PictureFile } from './clipboard.ts'

/** A window of VS Code as a person at the keyboard sees it. Nothing here waits for time to pass; it waits for what is shown. */
export class Workbench {
  private readonly page: Page
  private readonly pictures: string
  private steps = 0

  /** @param pictures the folder that gets a picture of each step */
  constructor(page: Page, pictures: string) {
    this.page = page
    this.pictures = pictures
    page.setDefaultTimeout(15_000)
    rmSync(pictures, { recursive: true, force: true })
    mkdirSync(pictures, { recursive: true })
  }

  openFolder(server: string, folder: string): Promise<void> {
    return this.openPage(`${server}/?${new URLSearchParams({ folder })}`)
  }

  async openPage(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' })
    await this.page.locator('.monaco-workbench .statusbar-item').first().waitFor()
  }

  /** A step of the walk. Its picture is taken when it has succeeded, and also when it has failed. */
  async step(name: string, action: () => Promise<void>): Promise<void> {
    this.steps++
    const file = `${String(this.steps).padStart(2, '0')}-${name}`
    try {
      await action()
      await this.page.screenshot({ path: join(this.pictures, `${file}.png`) })
    } catch (error) {
      await this.page.screenshot({ path: join(this.pictures, `${file}-failed.png`) })
      throw error
    }
  }

  /** Presses a key, or several one after the other: `Control+k Control+i`. */
  async press(keys: string): Promise<void> {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key)
  }

  /** Types as fast as people can: VS Code suggests nothing to whoever types eight letters at once. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 50 })
  }

  /** Presses a key until something is shown: a key that comes while the window moves its focus is lost. */
  async pressUntil(key: string, shown: Locator): Promise<void> {
    await attempt(5, async () => {
      await this.press(key)
      await shown.first().waitFor({ timeout: 3000 })
    })
  }

  /** Runs a command of the palette by its title. */
  async command(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title.replace(/^.*: /, ''))
  }

  /** Moves the focus into a view of Minutes. While VS Code still opens one, it may give the focus back to the editor. */
  async focusView(title: string): Promise<void> {
    await attempt(3, async () => {
      await this.command(`Minutes: Focus on ${title} View`)
      await this.view(title).waitFor({ timeout: 3000 })
    })
  }

  /** Moves the focus by Tab from a view of Minutes to a link in it. Whenever VS Code takes the focus away, it starts anew. */
  async tabToLink(title: string, link: string): Promise<void> {
    const target = this.view(title).locator('a:focus', { hasText: link })
    await attempt(3, async () => {
      await this.focusView(title)
      while (!(await target.isVisible())) {
        await this.press('Tab')
        await this.view(title).waitFor({ timeout: 1000 })
      }
    })
  }

  /** Shows the commands that a text finds. */
  openCommands(text: string): Promise<void> {
    return this.typeInto(this.page.locator('.quick-input-widget:visible'), 'F1', `>${text}`)
  }

  /** A command, among those that are shown. */
  offered(title: string): Locator {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title })
  }

  /** Runs a command that asks a question, whose title is shown. */
  async ask(title: string, question: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible')
    await this.typeInto(widget, 'F1', `>${title}`)
    await widget.locator('.monaco-list-row.focused', { hasText: title.replace(/^.*: /, '') }).waitFor()
    await this.press('Enter')
    await this.question(question).waitFor()
  }

  /** A question with its number, such as "New Minutes (1/2)". */
  question(title: string): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title })
  }

  /** The answer that Enter would choose. */
  choice(text: string): Locator {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: text })
  }

  /** Opens a file of the folder, with the cursor at a place of its text. */
  async open(path: string, place?: { line: number; column: number }): Promise<void> {
    await this.pick('Control+p', path, basename(path))
    await this.focused(path).waitFor()
    if (place) await this.goTo(place)
  }

  /** Opens a file by the list of files, where files cannot be searched. */
  async openFromExplorer(path: string): Promise<void> {
    await this.command('File: Focus on Files Explorer')
    await this.pressUntil('Home', this.page.locator('.explorer-folders-view .monaco-list-row.focused'))
    for (const name of path.split('/')) {
      const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name })
      await this.moveTo(row.first(), '.explorer-folders-view')
      if (path.endsWith(name)) break
      await this.press('ArrowRight')
      await row.and(this.page.locator('[aria-expanded=true]')).waitFor()
    }
    await this.press('Enter')
    await this.focused(path).waitFor()
  }

  async goTo({ line, column }: { line: number; column: number }): Promise<void> {
    await this.pick('Control+g', `:${line}:${column}`)
    await this.cursorAt({ line, column })
  }

  async cursorAt({ line, column = '' }: { line: number; column?: number | '' }): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor()
  }

  /** The editor of a file, when it has the focus. */
  focused(path: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${encodeURI(path)}"]`)
  }

  /** The editor that has the focus, whatever its file. */
  focusedEditor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor.focused')
  }

  /** Waits until a line of the focused editor has this text, or none has any more. Editors draw spaces as no-break spaces. */
  async line(text: string, state: 'visible' | 'detached' = 'visible'): Promise<void> {
    await this.lineWith(drawn(text)).waitFor({ state })
  }

  /** Waits until a line of the focused editor has this text and no other. */
  async wholeLine(text: string): Promise<void> {
    await this.lineWith(new RegExp(`^${drawn(text).source}$`)).waitFor()
  }

  /** Pastes a text that was copied elsewhere. */
  async paste(text: string): Promise<void> {
    await copyText(this.page, text)
    await this.press('Control+v')
  }

  /** Pastes a picture (PNG) that was copied elsewhere. */
  async pastePicture(content: Buffer): Promise<void> {
    await copyPicture(this.page, content)
    await this.press('Control+v')
  }

  /** Drops pictures at the cursor. */
  async drop(pictures: readonly PictureFile[]): Promise<void> {
    await dropPictures(this.page, '.editor-instance .monaco-editor.focused .cursor', pictures)
  }

  /** What else may become of what has been pasted. */
  pasteChoice(title: string): Locator {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first()
  }

  squiggle(severity: 'warning' | 'info' = 'warning'): Locator {
    return this.page.locator(`.editor-instance .monaco-editor .squiggly-${severity}`)
  }

  suggestion(label: string): Locator {
    return this.page.locator(`.suggest-widget.visible .monaco-list-row[aria-label*="${label}"]`).first()
  }

  quickFix(title: string): Locator {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first()
  }

  hover(text: string): Locator {
    return this.page.locator('.monaco-hover:visible', { hasText: text })
  }

  /** A place in the list that VS Code opens inside of the editor. */
  reference(text: string): Locator {
    return this.page.locator('.zone-widget .ref-tree .monaco-list-row', { hasText: text }).first()
  }

  /** The field for a new name. */
  renameBox(): Locator {
    return this.page.locator('.rename-box input:visible')
  }

  /** Writes a new name in the place of the old one. */
  async typeName(name: string): Promise<void> {
    await this.renameBox().fill(name)
    await this.press('Enter')
    await this.renameBox().waitFor({ state: 'hidden' })
  }

  /** A row of what a refactoring is about to change. */
  refactoring(text: string): Locator {
    return this.page.locator('.bulk-edit-panel .monaco-list-row', { hasText: text }).first()
  }

  /** Clicks on a button, or what serves as one. */
  click(name: string): Promise<void> {
    return this.page.getByRole('button', { name }).first().click()
  }

  /** Presses the button of the mouse, and lets it go half a second later, as people do whose hands are not steady. */
  async clickSlowly(target: Locator): Promise<void> {
    await target.click({ delay: 500 })
  }

  /** What VS Code tells in the corner of the window. */
  toast(text: string): Locator {
    return this.page.locator('.notification-toast', { hasText: text }).first()
  }

  /** A button in the corner of the window, when it has the focus. */
  focusedButton(text: string): Locator {
    return this.page.locator('.notification-toast .monaco-button:focus', { hasText: text }).first()
  }

  dialog(question: string): Locator {
    return this.page.locator('.monaco-dialog-box', { hasText: question })
  }

  problem(message: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: message })
  }

  /** Follows the first link that the list of problems makes of a code. */
  followCode(code: string): Promise<void> {
    return this.page.locator('.markers-panel .monaco-list-row a', { hasText: code }).first().click()
  }

  /** A text in the preview of a Markdown file. */
  preview(text: string): Locator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').getByText(text).first()
  }

  /** A cell of a picture that a page shows, by what it says. */
  cell(label: string): Locator {
    return this.shownPage().locator(`[role=gridcell][aria-label*="${label}"]`).first()
  }

  focusedCell(label: string): Locator {
    return this.shownPage().locator(`[role=gridcell][aria-label*="${label}"]:focus`)
  }

  /** The list of a page that has the focus, by its label. */
  chosen(label: string): Locator {
    return this.shownPage().locator('label', { hasText: label }).locator('select:focus')
  }

  outline(name: string): Locator {
    return this.page.locator('.outline-pane .monaco-list-row', { hasText: name }).first()
  }

  /** The icon of a side bar. */
  container(name: string): Locator {
    return this.page.locator(`.activitybar .action-item [aria-label^="${name}"]`).first()
  }

  /** A row of a view in the side bar. */
  row(text: string): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text }).first()
  }

  /** Runs a command that asks for a text, under a title, and answers. */
  async answer(command: string, question: string, text: string): Promise<void> {
    await this.ask(command, question)
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input')
    await input.fill(text)
    await this.press('Enter')
    await input.waitFor({ state: 'hidden' })
  }

  focusedRow(): Locator {
    return this.page.locator('.monaco-list-row.focused')
  }

  /** Shows what the language status items say. */
  async hoverStatus(): Promise<void> {
    await this.page.locator('[id="status.languageStatus"]').hover()
  }

  /** How many milliseconds the list of running extensions, which is open, says that one took. */
  async activationOf(extension: string): Promise<number> {
    const row = this.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: extension }).first()
    const told = (await row.textContent()) ?? ''
    const milliseconds = /Activation: (\d+)ms/.exec(told)?.[1]
    if (milliseconds === undefined) throw new Error(`VS Code does not tell how long the activation took: ${told}`)
    return Number(milliseconds)
  }

  followLens(title: string): Promise<void> {
    return this.page.locator('.codelens-decoration a', { hasText: title }).first().click()
  }

  /** A row of the places that are shown within the editor. */
  peek(text: string): Locator {
    return this.page.locator('.peekview-widget .monaco-list-row', { hasText: text }).first()
  }

  /** A line behind which others are folded away. */
  folded(text: string): Locator {
    return this.lineWith(drawn(text)).locator('.inline-folded')
  }

  shown(text: string): Locator {
    return this.page.getByText(text).first()
  }

  private shownPage(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame')
  }

  private lineWith(text: RegExp): Locator {
    return this.page.locator('.editor-instance .monaco-editor.focused .view-line', { hasText: text }).first()
  }

  /**
   * Moves down in a list until a row has the focus. It waits for each step, or would leap over the row, but not for ever: the list of files
   * scrolls to what has been opened, and no longer draws the row with the focus until the next step.
   */
  private async moveTo(row: Locator, list: string): Promise<void> {
    const wanted = row.and(this.focusedRow())
    const focused = `${list} .monaco-list-row.focused`
    while (!(await wanted.isVisible())) {
      const at = await this.page
        .locator(focused)
        .getAttribute('data-index', { timeout: 5000 })
        .catch(() => undefined)
      await this.press('ArrowDown')
      const moved = this.page.locator(`${focused}:not([data-index="${at}"])`).waitFor({ timeout: 5000 })
      // A list that goes to what has been opened, and late, may have left the row behind: then it is gone through again.
      await moved.catch(() => this.press('Home'))
    }
  }

  /** The view of Minutes that has the focus. */
  private view(title: string): Locator {
    return this.page.locator('.pane:focus-within', { hasText: title })
  }

  /** Opens a list by a key, types into it, waits until the row that is named is the chosen one, and takes it. */
  private async pick(key: string, text: string, row?: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible')
    await this.typeInto(widget, key, text)
    if (row) await widget.locator('.monaco-list-row.focused', { hasText: row }).waitFor()
    await this.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  }

  /** A list goes away when something else that opens takes the focus: then it is opened again. */
  private async typeInto(widget: Locator, key: string, text: string): Promise<void> {
    await attempt(3, async () => {
      await this.pressUntil(key, widget)
      await widget.locator('.quick-input-box input').fill(text, { timeout: 3000 })
    })
  }
}

/** Does something that a busy window may lose, so many times at most, until it succeeds. */
async function attempt(times: number, action: () => Promise<void>): Promise<void> {
  for (let time = 1; ; time++) {
    try {
      return await action()
    } catch (error) {
      if (time === times) throw error
    }
  }
}

/** A text as editors draw it. */
function drawn(text: string): RegExp {
  return new RegExp(text.replace(/[^\w\s]/g, '\\$&').replaceAll(' ', '\\s'))
}
