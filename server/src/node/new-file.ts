import { join, relative } from 'node:path'
import type { NewFile } from '../core/authoring/new-minutes/new-minutes.ts'
import type { Refusal } from '../core/authoring/refusal.ts'
import { createFile } from './create-file.ts'
import { printable, printableStart } from './printable.ts'
import type { Terminal } from './terminal.ts'

/**
 * Writes a file that has been made and prints its path, or prints its text, or tells why there is none. The result is the exit status. An empty
 * last line is left out: it is where an editor puts its cursor.
 */
export function putFile(made: NewFile | Refusal, folder: string, print: boolean, terminal: Terminal): number {
  if ('refused' in made) return failed(made.refused, terminal)
  const text = made.text.replace(/(?<![\r\n])(\r?\n)[\r\n]+$/, '$1')
  if (print) {
    terminal.out(text)
    return 0
  }
  const file = join(folder, made.path)
  const shown = relative(terminal.cwd, file)
  const reason = createFile(file, text)
  if (reason !== undefined) return failed(`${shown} is not written: ${reason}`, terminal)
  terminal.out(`${printableStart(shown)}\n`)
  return 0
}

/** Tells why something is not done. The result is the exit status. */
export function failed(reason: string, terminal: Terminal): number {
  terminal.err(`minutes: ${printable(reason)}\n`)
  return 1
}
