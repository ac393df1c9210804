import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A file imports another file, or a package. */
export interface Import {
  readonly from: string
  /** The path of a file from the repository's root, or the name of a package as it is written. */
  readonly to: string
}

/** The imports of all TypeScript files below some folders, those of types too. */
export function readImports(folders: readonly string[]): Import[] {
  return folders.flatMap(typeScriptFiles).flatMap((from) => importsOf(from, readFileSync(from, 'utf8')))
}

/** All TypeScript files below a folder, as paths with `/`. */
export function typeScriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'))
    .sort()
}

/** The imports of one file. A statement starts its line, as the formatter writes it; `import()` may stand anywhere. */
export function importsOf(from: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s(?:[^'"`;=()]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm)
  const calls = text.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`\n]+)['"`]/g)
  return [...statements, ...calls].map(([, specifier]) => ({ from, to: resolve(from, specifier!) }))
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}
