import { createInterface } from 'node:readline/promises'

/** Where a command reads and writes. */
export interface Terminal {
  readonly cwd: string
  out(text: string): void
  err(text: string): void
  /** Whether a person sees what is written to `out`: then it may be coloured. */
  readonly colours: boolean
  /** Whether a person sees what is written to `err`: then progress is shown there. */
  readonly showsProgress: boolean
  /** Asks a person something, who may end the whole of it instead: then it fails. `undefined` where there is none to ask. */
  ask?(question: string, signal: AbortSignal): Promise<boolean>
  /** Does what a person may end who has had enough of it (Ctrl+C). Before and after, that ends the program. */
  interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Does what nobody may end half-way: Ctrl+C comes too late for it. */
  uninterrupted<T>(work: () => T): T
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
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
    interruptible,
    uninterrupted,
  }
}

async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  // While it reads, Ctrl+C is a key, and no signal.
  reader.on('SIGINT', () => process.emit('SIGINT'))
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal })
    return /^(?:y|yes|j|ja)$/i.test(answer.trim())
  } catch (error) {
    if (signal.aborted) throw error
    // Who ends the question by Ctrl+D says no.
    return false
  } finally {
    reader.close()
  }
}

async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const end = () => controller.abort()
  // Each time: a second Ctrl+C must not end what the first one makes it tidy up.
  process.on('SIGINT', end)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', end)
  }
}

function uninterrupted<T>(work: () => T): T {
  const ignore = () => {}
  process.on('SIGINT', ignore)
  try {
    return work()
  } finally {
    process.off('SIGINT', ignore)
  }
}
