import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

interface Command {
  readonly command: string
  readonly title: string
  readonly category?: string
  readonly enablement?: string
  readonly icon?: string
}

interface Entry {
  readonly command: string
  readonly when?: string
  readonly group?: string
}

interface Step {
  readonly media: { readonly svg: string }
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
const commands: readonly Command[] = contributes.commands
const menus: Readonly<Record<string, readonly Entry[]>> = contributes.menus
const texts: Readonly<Record<string, string>> = existsSync('package.nls.json')
  ? JSON.parse(readFileSync('package.nls.json', 'utf8'))
  : {}

/** Commands that make sense before there is a server. */
const serverless = ['minutes.explainRule', 'minutes.setUp']
/** Words that a title in title case has in small letters. */
const small = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|over|the|this|to|with)$/

describe('The manifest', () => {
  test('offers a command in the palette only where it makes sense', () => {
    for (const { command } of commands) {
      const entries = menus.commandPalette!.filter((entry) => entry.command === command)
      assert.equal(entries.length, 1, `${command} stands ${entries.length} times in the palette's menu.`)
      assert.match(entries[0]!.when ?? '', /\bminutes\.|\bworkspaceFolderCount\b|^false$/, command)
    }
  })

  test('lets no key start a command that nobody would answer', () => {
    for (const { command, enablement = '' } of commands) {
      if (!serverless.includes(command)) assert.match(enablement, /^minutes\.active\b/, command)
    }
  })

  test('has titles in title case, below one category', () => {
    for (const { command, title, category } of commands) {
      assert.equal(category, 'Minutes', command)
      const words = textOf(title).split(' ')
      for (const word of words) assert.ok(/^[A-Z]/.test(word) || small.test(word), `"${textOf(title)}" of ${command}`)
      assert.match(words[0]!, /^[A-Z]/, command)
    }
  })

  test('has an icon of VS Code for whatever is a button', () => {
    const isButton = ({ group = '' }: Entry) => /^(?:navigation|inline)\b/.test(group)
    const buttons = ['view/title', 'view/item/context', 'editor/title'].flatMap((menu) => menus[menu] ?? [])
    assert.ok(buttons.some(isButton))
    for (const { command } of buttons.filter(isButton)) {
      const { icon } = commands.find((one) => one.command === command)!
      assert.match(icon ?? '', /^\$\([a-z-]+\)$/, `${command} is a button.`)
    }
  })

  test('shows views only where something has been found out', () => {
    const views: readonly Entry[] = Object.values<Entry[]>(contributes.views).flat()
    for (const { when } of views) assert.match(when ?? '', /^minutes\.(?:active|here == none)$/)
  })

  test('names no command that there is not', () => {
    const known = new Set(commands.map(({ command }) => command))
    const linked = JSON.stringify([contributes, texts]).matchAll(/\(command:([\w.]+)/g)
    const named = [...Object.values(menus).flat(), ...(contributes.keybindings ?? [])].map(({ command }) => command)
    for (const command of [...named, ...Array.from(linked, ([, command]) => command!)]) {
      assert.ok(known.has(command) || command.startsWith('workbench.'), command)
    }
  })

  test('has pictures for its first steps that need no style sheet: VS Code loads none, and what is left is black', () => {
    const steps: readonly Step[] = contributes.walkthroughs.flatMap(({ steps }: { steps: Step[] }) => steps)
    for (const { media } of steps) {
      const picture = readFileSync(media.svg, 'utf8')
      assert.doesNotMatch(picture, /<style|\b(?:style|class)=/, media.svg)
      for (const [shape] of picture.matchAll(/<(?:rect|circle|path|text)\b[^>]*>/g))
        assert.match(shape, / fill="(?:none|var\(--vscode-)/, media.svg)
    }
  })
})

function textOf(title: string): string {
  return title.replace(/^%(.*)%$/, (_, key: string) => texts[key] ?? '')
}
