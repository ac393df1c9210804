import { posix } from 'node:path'
import type { Project } from './generated.ts'
import { table } from './table.ts'

/** A page about a feature of the editor. */
export interface Page {
  /** Relative to the repository's root, with `/`. */
  readonly path: string
  readonly text: string
}

export interface Feature {
  readonly path: string
  readonly title: string
  /** The first sentence: what one gets. */
  readonly summary: string
  /** Methods of LSP. */
  readonly requests: readonly string[]
  /** Names of the editor's settings. */
  readonly settings: readonly string[]
}

/** The pages: of findings, and of each folder of what an editor asks, and of what it writes. */
export function pagePaths({ read, list }: Project): string[] {
  const parts = ['server/src/core/ide', 'server/src/core/authoring']
  const folders = parts.flatMap((part) => list(part).map((name) => `${part}/${name}`))
  const pages = ['server/src/core/rules', ...folders]
  return pages.map((folder) => `${folder}/README.md`).filter((path) => read(path) !== undefined)
}

/** `docs/features.md`: what an editor gets, with the page of each. */
export function featuresPage(pages: readonly Page[]): string {
  const features = pages.map(readFeature)
  return `<!-- Generated from the pages of the features by \`npm run generate\`. Do not edit. -->

# Features of the editor

All of them are requests of LSP, so that every editor has them, but those that begin with \`minutes/\`, which VS Code alone makes, and commands, which
other editors have to be taught: what these make, the command line makes as well. What an editor says that it does itself is left out, so that
nothing comes twice. Each page has examples, which the tests run.

${table(
  ['Feature', 'What you get', 'Requests', 'Settings'],
  features.map(({ path, title, summary, requests, settings }) => [
    `[${title}](${posix.relative('docs', path)})`,
    summary,
    requests.map(code).join('<br>'),
    settings.map(code).join('<br>'),
  ]),
)}

In VS Code there are also [snippets, colours and a status item](extension.md). [rules.md](rules.md) lists what is reported,
[settings.md](settings.md) what can be set, and [editors](../README.md#in-other-editors) how to start the server.
`
}

/** Reads the beginning of a page: its title, its first sentence, and the lines of its requests and settings. Throws where one is missing. */
export function readFeature({ path, text }: Page): Feature {
  const title = /^# (.+)$/m.exec(text)?.[1]
  const [, summary, rest = ''] = /^# .+\n\n([^\n](?:.|\n(?!\n))*)\n\n([\s\S]*)/m.exec(text) ?? []
  const requests = namesBehind('Requests', rest)
  if (!title || !summary || !requests.length) {
    throw new Error(`${path} should begin with "# TITLE", a paragraph of one sentence, and "Requests: \`METHOD\`, …".`)
  }
  return { path, title, summary: summary.replace(/\n/g, ' '), requests, settings: namesBehind('Settings', rest) }
}

/** The names in a paragraph that a word introduces. */
function namesBehind(word: string, text: string): string[] {
  const paragraph = new RegExp(`^${word}: (\`(?:.|\\n(?!\\n))*)`, 'm').exec(text)?.[1] ?? ''
  return [...paragraph.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
}

function code(name: string): string {
  return `\`${name}\``
}
