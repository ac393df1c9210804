import { join } from 'node:path'
import type { NewFile } from '../core/authoring/new-minutes/new-minutes.ts'
import type { Refusal } from '../core/authoring/refusal.ts'
import { createFile } from './create-file.ts'
import { NewFiles } from './new-files.ts'
import { printable, printableStart } from './printable.ts'
import { seenFrom } from './seen-from.ts'
import type { Terminal } from './terminal.ts'

/** Writes a file that has been made and prints its path, or prints its text, or tells why there is none. The result is the exit status. */
export function putFile(made: NewFile | Refusal, folder: string, print: boolean, terminal: Terminal): number {
  if ('refused' in made) return failed(made.refused, terminal)
  if (print) {
    terminal.out(textOf(made))
    return 0
  }
  return terminal.uninterrupted(() => {
    const status = makeFile(made, folder, new NewFiles(), terminal)
    if (!status) terminal.out(`${printableStart(seenFrom(terminal.cwd, join(folder, made.path)))}\n`)
    return status
  })
}

/** Writes a file that has been made, or tells why there is none. The result is the exit status. */
export function makeFile(made: NewFile, folder: string, newFiles: NewFiles, terminal: Terminal): number {
  const file = join(folder, made.path)
  const reason = createFile(file, textOf(made), newFiles)
  if (reason === undefined) return 0
  return failed(`${seenFrom(terminal.cwd, file)} is not written: ${reason}`, terminal)
}

/** Tells why something is not done. The result is the exit status. */
export function failed(reason: string, terminal: Terminal): number {
  terminal.err(`minutes: ${printable(reason)}\n`)
  return 1
}

/** An empty last line is left out: it is where an editor puts its cursor. */
function textOf({ text }: NewFile): string {
  return text.replace(/(?<![\r\n])(\r?\n)[\r\n]+$/, '$1')
}
