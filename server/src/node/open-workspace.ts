import { basename } from 'node:path'
import { Workspace } from '../core/workspace.ts'
import { systemClock } from './clock.ts'
import { DiskFiles } from './files.ts'
import { Misuse } from './misuse.ts'

/** A repository on the disk, none of whose files has been read yet. `problem` is told what cannot be read. Throws a Misuse where there is nothing. */
export function openWorkspace(folder: string, problem: (message: string) => void): Workspace {
  const log = { info: () => {}, warn: problem }
  const files = openFiles(folder, problem)
  return new Workspace({ files, clock: systemClock, log, folderName: basename(folder), withoutIssues: true })
}

function openFiles(folder: string, problem: (message: string) => void): DiskFiles {
  try {
    return new DiskFiles(folder, { info: () => {}, warn: problem })
  } catch (error) {
    throw new Misuse(`The folder ${folder} cannot be read: ${(error as Error).message}`)
  }
}
