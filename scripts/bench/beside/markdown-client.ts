import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Document } from '../document.ts'
import type { Server } from '../server.ts'

interface Resource {
  readonly uri: string
}

interface MarkdownIt {
  parse(text: string, environment: object): unknown[]
}

/**
 * VS Code's Markdown server asks its client for files and for the tokens of markdown-it, as VS Code's extension answers. `home` is where npm has
 * installed markdown-it.
 */
export function answerMarkdownServer(
  { connection }: Server,
  folder: string,
  open: ReadonlyMap<string, Document>,
  home: string,
): void {
  const makeMarkdownIt = createRequire(resolve(home, 'package.json'))('markdown-it') as (options: object) => MarkdownIt
  const markdown = makeMarkdownIt({ html: true })
  const answer = <Params>(method: string, respond: (params: Params) => unknown) =>
    connection.onRequest(method, (params: Params) => respond(params))
  answer('markdown/parse', ({ uri, text }: Resource & { text?: string }) =>
    markdown.parse(text ?? open.get(uri)?.text ?? textAt(uri), {}),
  )
  answer('markdown/findMarkdownFilesInWorkspace', () => markdownFilesIn(folder))
  answer('markdown/fs/readFile', ({ uri }: Resource) => [...readFileSync(fileURLToPath(uri))])
  answer('markdown/fs/readDirectory', ({ uri }: Resource) =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
  )
  answer('markdown/fs/stat', ({ uri }: Resource) => {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false })
    return found ? { isDirectory: found.isDirectory() } : null
  })
  answer('markdown/fs/watcher/create', () => null)
  answer('markdown/fs/watcher/delete', () => null)
}

function textAt(uri: string): string {
  return readFileSync(fileURLToPath(uri), 'utf8')
}

function markdownFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => pathToFileURL(join(folder, path)).href)
}
