import type { IsoDate } from './minutes/calendar.ts'

/** The files of one repository, as a host sees them. Paths are relative to the repository, with `/`. Nothing outside of it is reachable. */
export interface Files {
  /** All files of a folder (by default of the repository) but those in hidden folders and `node_modules`, in any order. Links that lead outside or in a circle are left out. */
  list(folder?: string): Iterable<string>
  has(path: string): boolean
  /** The text of a file, invalid UTF-8 replaced; `undefined` when there is none or it cannot be read. Hidden files are readable. */
  read(path: string): string | undefined
}

export interface Clock {
  today(): IsoDate
}

export interface Log {
  info(message: string): void
  /** Something that the user may want to mend. */
  warn(message: string): void
}
