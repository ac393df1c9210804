import { NewFiles } from './new-files.ts'
import { printable, printableStart } from './printable.ts'
import { seenFrom } from './seen-from.ts'
import type { Terminal } from './terminal.ts'

/** What makes files, and writes into others only when nothing is left to wait for. */
export interface Making {
  readonly signal: AbortSignal
  readonly newFiles: NewFiles
}

/**
 * Makes files and prints their paths. Whoever ends it (Ctrl+C) finds everything as it was, and is told so by `nothing`. The result is the exit
 * status.
 */
export async function allOrNothing(
  nothing: string,
  terminal: Terminal,
  make: (making: Making) => Promise<number>,
): Promise<number> {
  return terminal.interruptible(async (signal) => {
    const newFiles = new NewFiles()
    try {
      const status = await make({ signal, newFiles })
      signal.throwIfAborted()
      for (const file of newFiles.paths) terminal.out(`${printableStart(seenFrom(terminal.cwd, file))}\n`)
      return status
    } catch (error) {
      for (const file of newFiles.discard())
        terminal.err(
          `minutes: ${printable(`${seenFrom(terminal.cwd, file)} stays: it has been changed meanwhile, or cannot be taken away.`)}\n`,
        )
      if (!signal.aborted) throw error
      terminal.err(`minutes: ended by you: ${nothing}.\n`)
      return 130
    }
  })
}
