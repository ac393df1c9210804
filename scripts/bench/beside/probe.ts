import { appendFileSync, cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type * as lsp from 'vscode-languageserver-protocol/node'
import { type Minutes, readMinutes } from '../../../server/src/core/minutes/minutes.ts'
import { pathsIn } from '../subject.ts'

const found = 20
const changed = 50
const heading = 'Lighthouse probe'

/** A copy of a folder, in which are headings that every server can be asked for by name, and links that every server can follow. */
export interface Probe {
  readonly folder: string
  readonly files: number
  /** The file in which is typed. At its end stands a link. */
  readonly largest: Minutes
  /** Inside of that link, which leads to a file that other files link as well. */
  readonly link: lsp.Position
  /** What stands as a heading in so many files, from the first to the last. */
  readonly everywhere: { readonly query: string; readonly count: number }
  /** The files that change at once. */
  readonly pulled: readonly string[]
}

export function probeOf(folder: string, into: string): Probe {
  cpSync(folder, into, { recursive: true })
  const all = pathsIn(into)
  const sizes = new Map(all.map((path) => [path, statSync(join(into, path)).size]))
  const path = all.reduce((a, b) => (sizes.get(b)! > sizes.get(a)! ? b : a))
  const others = all.filter((other) => other !== path)
  const target = others.at(-1)!
  const linking = spread(others.slice(0, -1), found)
  for (const linker of [...linking, path]) {
    const destination = posix.relative(posix.dirname(linker), target)
    appendFileSync(join(into, linker), `\n## ${heading}\n\nSee [the others](${encodeURI(destination)}) as well.\n`)
  }
  const largest = readMinutes(path, readFileSync(join(into, path), 'utf8'))
  return {
    folder: into,
    files: all.length,
    largest,
    // The last line is empty, the one before it holds the link.
    link: { line: largest.text.split(/\r\n|\r|\n/).length - 2, character: '[the others](.'.length + 'See '.length },
    everywhere: { query: heading, count: linking.length + 1 },
    pulled: spread(others, changed),
  }
}

/** Gives each of the files a heading of its own, as something that comes from elsewhere. */
export function pull({ folder, pulled }: Probe, title: string): void {
  for (const path of pulled) {
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8').replace(/\n## Lighthouse pull .*\n$/, '')
    writeFileSync(file, `${text}\n## ${title}\n`)
  }
}

/** The first, the last, and those in between at even distances. */
function spread(paths: readonly string[], count: number): string[] {
  const most = Math.min(count, paths.length)
  return Array.from({ length: most }, (_, at) => paths[Math.round((at * (paths.length - 1)) / Math.max(1, most - 1))]!)
}
