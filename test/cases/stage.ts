import type { Files } from '../../server/src/core/host.ts'
import type { IsoDate } from '../../server/src/core/minutes/calendar.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import type { Case, Fence } from './document.ts'
import { withoutCarets } from './findings.ts'

/** How an answer without anything is drawn. */
export const nothing = '(nothing)\n'

const cursor = '<|>'
const defaultToday: IsoDate = '2025-06-15'

/** A file of a case as the editor has it: without carets and cursor. */
export interface StagedFile {
  readonly fence: Fence
  readonly path: string
  readonly text: string
  readonly offset: number | undefined
}

/** The repository of a case, read. */
export interface Stage {
  readonly workspace: Workspace
  readonly files: readonly StagedFile[]
  readonly today: IsoDate
  /** All files of the case, by their paths. */
  readonly texts: ReadonlyMap<string, string>
}

export function stageOf({ fences }: Case): Stage {
  const files = fences.filter(({ kind }) => kind === 'minutes').map(stagedFile)
  const others = fences.filter(({ kind }) => kind === 'file').map((fence) => [fence.values.path!, fence.text] as const)
  const settings = fences.findLast(({ kind, words }) => kind === 'json' && words[0] === 'settings')
  const own = files.map(({ path, text }) => [path, text] as const)
  const configured = settings ? [[settingsFile, settings.text] as const] : []
  const texts = new Map([...others, ...own, ...configured])
  const today = settings?.values.today ?? defaultToday
  return { files, today, texts, workspace: readWorkspace(texts, today) }
}

/** A workspace whose files are all read. */
export function readWorkspace(texts: Iterable<readonly [string, string]>, today: IsoDate = defaultToday): Workspace {
  return readFiles(new MemoryFiles(texts), today)
}

/** The same of files that may change later. */
export function readFiles(files: Files, today: IsoDate): Workspace {
  const log = { info: () => {}, warn: () => {} }
  const workspace = new Workspace({ files, clock: { today: () => today }, log, folderName: 'minutes' })
  for (const _ of workspace.read()) void _
  return workspace
}

function stagedFile(fence: Fence): StagedFile {
  const { path } = fence.values
  if (!path) throw new Error('A fence of minutes needs a path: ````minutes path=harbour/20230208.md')
  const text = withoutCarets(fence.text)
  const at = text.indexOf(cursor)
  return { fence, path, text: text.replace(cursor, ''), offset: at < 0 ? undefined : at }
}

export function withCursor(text: string, offset: number): string {
  return text.slice(0, offset) + cursor + text.slice(offset)
}
