/** The settings of a repository. */
export const settingsPath = '.minutes.json'

/**
 * Files that show a workspace to hold minutes: its settings, or a Markdown file whose path carries a meeting date. A glob that all of VS
 * Code's searches and watchers read alike has no braces in braces, and no empty alternative.
 */
export const minutesGlob = `{${paths().join(',')}}`

/** Whether a path relative to a workspace folder is such a file. The same as the glob, for where no search is to be had. */
export function isMinutesPath(path: string): boolean {
  return /^\.minutes\.json$|(^|\/)\d{4}(\d{4}|-\d\d-\d\d|\/\d\d-\d\d)(-[^/]*)?\.md$/.test(path)
}

/** Files that are no Markdown, where `withoutOther` is left out as well: what has no ending, such as a licence, says nothing about a folder. */
export const otherGlob = '**/*.*'
export const withoutOther = `{**/*.${anyCase('md')},**/*.${anyCase('markdown')},**/.*,**/.*/**,**/node_modules/**}`

/** Whether a path relative to a workspace folder is such a file, for where no search is to be had. */
export function isOtherPath(path: string): boolean {
  return /\.[^./]+$/.test(path) && !/\.(?:md|markdown)$|(?:^|\/)(?:\.|node_modules\/)/i.test(path)
}

/**
 * Whether the server may want to read a file: Markdown, or what is called by a date without an ending. The server decides; this repeats as
 * much of its `isMinutesFile` as saves sending pictures.
 */
export function mayBeMinutes(path: string): boolean {
  return /\.(?:md|markdown)$|(?:^|\/)\d[^./]*$/i.test(path)
}

/** Minutes whose name lacks its ending: VS Code takes them for plain text, but the server has something to say of them. */
export const endinglessGlob = `**/{${days().join(',')}}`

function paths() {
  return [settingsPath, ...days().flatMap((day) => [`**/${day}.md`, `**/${day}-*.md`])]
}

function days() {
  const two = '[0-9][0-9]'
  const year = two + two
  return [`${year}${two}${two}`, `${year}-${two}-${two}`, `${year}/${two}-${two}`]
}

function anyCase(ending: string): string {
  return ending.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}
