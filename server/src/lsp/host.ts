import type { Clock, Files, Log } from '../core/host.ts'
import type { Answers } from './answers.ts'

/** What differs between Node and a browser. The URIs of folders are those that `rootOf` makes. */
export interface ServerHost {
  readonly clock: Clock
  /** URI of the folder with the pages of the rules, `ID.md`, where clients can open it. */
  readonly rulePages?: string
  /** The files of a workspace folder; `undefined` when this host cannot reach them. */
  files(rootUri: string, log: Log): Files | undefined
  /** Tells of files that change, in place of a client that cannot; paths are relative to the folder. The result ends it. */
  watch?(rootUri: string, log: Log, changed: (paths: readonly string[]) => void): () => void
  /** Whether all files of a folder can be read. Where this is missing they always can, else `onFilesTold` tells of a change. */
  hasAllFiles?(rootUri: string): boolean
  /** Whether the files of a folder take so long to come that answers are made of those that are there. `onFilesTold` tells of a change. */
  isLate?(rootUri: string): boolean
  /** Tells of files that the client itself has sent. */
  onFilesTold?(listener: (rootUri: string, paths: readonly string[]) => void): void
  /** A workspace folder is closed: what is known of its files is no longer kept up to date. */
  forget?(rootUri: string): void
  /** Loads what answers requests. `url` is where the client says that it is; without one it is beside the server's own program. */
  answers(url?: string): Promise<Answers>
  /** Runs a task after the messages that have arrived meanwhile. */
  later(task: () => void): void
}
