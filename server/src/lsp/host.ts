import type { Clock, Files, Log } from '../core/host.ts'

/** What differs between Node and a browser. */
export interface ServerHost {
  readonly clock: Clock
  /** The files of a workspace folder; `undefined` when this host cannot reach them. */
  files(rootUri: string, log: Log): Files | undefined
  /** Tells of files that change, in place of a client that cannot; paths are relative to the folder. The result ends it. */
  watch?(rootUri: string, log: Log, changed: (paths: readonly string[]) => void): () => void
  /** Tells of files that the client itself has sent. */
  onFilesTold?(listener: (rootUri: string, paths: readonly string[]) => void): void
  /** Runs a task after the messages that have arrived meanwhile. */
  later(task: () => void): void
}
