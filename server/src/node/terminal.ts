/** Where a command reads and writes. */
export interface Terminal {
  readonly cwd: string
  out(text: string): void
  err(text: string): void
  /** Whether a person sees what is written to `out`: then it may be coloured. */
  readonly colours: boolean
  /** Whether a person sees what is written to `err`: then progress is shown there. */
  readonly showsProgress: boolean
}

export function processTerminal(): Terminal {
  // A reader that closes early (`| head`) has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: process.stdout.isTTY === true && process.stdout.hasColors(),
    showsProgress: process.stderr.isTTY === true,
  }
}
