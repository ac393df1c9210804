import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages of the rules, which the build puts into a folder as `ID.md`. */
export class RulePages {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A rule's page as Markdown for readers, with `\n` at the ends of its lines; `undefined` when it cannot be read. */
  page(id: string): string | undefined {
    try {
      return readablePage(readFileSync(join(this.#folder, `${id}.md`), 'utf8'))
    } catch {
      return undefined
    }
  }
}

/** A page without what its examples tell the tests alone: each is indented, below a line that says what it is. */
export function readablePage(page: string): string {
  return page.replace(/^````(?!`)(.*)\n((?:(?!````).*\n)*)````$/gm, (whole: string, info: string, text: string) => {
    const caption = captionOf(info)
    return caption === undefined ? whole : `${caption}\n\n${text.trimEnd().replace(/^(?=.)/gm, '    ')}`
  })
}

/** What a fence of a page holds; `undefined` when its info string is none for the tests. */
function captionOf(info: string): string | undefined {
  const [kind = '', ...words] = info.trim().split(/\s+/)
  const value = (key: string) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
  const path = value('path')
  if (kind === 'minutes' || kind === 'file') return path && `\`${path}\`:`
  if (kind === 'json' && words[0] === 'settings') return `\`.minutes.json\`${on(value('today'))}:`
  if (kind !== 'fixed') return undefined
  const number = words.find((word) => /^\d+$/.test(word))
  const which = words[0] === 'safe' ? 'the fix' : number ? `suggested fix ${number}` : 'the suggested fix'
  return path ? `\`${path}\` after ${which}:` : `After ${which}:`
}

function on(day: string | undefined): string {
  return day ? ` (on ${day})` : ''
}
