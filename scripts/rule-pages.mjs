// Writes the pages of the rules for readers: `minutes explain` prints them, and the codes of findings link to them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const rulesFolder = 'server/src/core/rules'

/**
 * Writes each page as `ID.md`.
 * @param {string} folder
 */
export function writeRulePages(folder) {
  mkdirSync(folder, { recursive: true })
  for (const id of readdirSync(rulesFolder)) {
    const page = join(rulesFolder, id, 'README.md')
    if (existsSync(page)) writeFileSync(join(folder, `${id}.md`), readablePage(readFileSync(page, 'utf8')))
  }
}

/**
 * A page without what its examples tell the tests alone: each is indented, below a line that says what it is. Of a file without a text, such as
 * a picture, it says that it is there. Links to the pages of other rules lead to their files beside it.
 * @param {string} page
 */
export function readablePage(page) {
  return page
    .replace(/^````(?!`)(.*)\n((?:(?!````).*\n)*)````$/gm, (whole, info, text) => {
      const [, file] = /^file (?:.*\s)?path=(\S+)/.exec(info) ?? []
      if (file && !text) return `The repository has \`${file}\`.`
      const caption = captionOf(info)
      return caption === undefined ? whole : `${caption}\n\n${text.trimEnd().replace(/^(?=.)/gm, '    ')}`
    })
    .replace(/\]\(\.\.\/([a-z-]+)\/README\.md/g, ']($1.md')
}

/**
 * What a fence of a page holds; `undefined` when its info string is none for the tests.
 * @param {string} info
 */
function captionOf(info) {
  const [kind, ...words] = info.trim().split(/\s+/)
  const value = (/** @type {string} */ key) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
  const [path, day] = [value('path'), value('today')]
  if (kind === 'minutes' || kind === 'file') return path && `\`${path}\`:`
  if (kind === 'json' && words[0] === 'settings') return `\`.minutes.json\`${day ? `, on ${day}` : ''}:`
  if (kind === 'saved') return 'What the fix stores, and where:'
  if (kind !== 'fixed') return undefined
  const number = words.find((word) => /^\d+$/.test(word))
  const which = words[0] === 'safe' ? 'the fix' : number ? `suggested fix ${number}` : 'the suggested fix'
  return path ? `\`${path}\` after ${which}:` : `After ${which}:`
}
