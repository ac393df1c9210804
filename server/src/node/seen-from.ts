import { relative, sep } from 'node:path'

/** The absolute path of a file as somebody sees it from a folder, with `/`: a terminal opens what is named from where one stands. */
export function seenFrom(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join('/')
}
