import type * as lsp from 'vscode-languageserver'
import { lastPrepared, offeredDays } from '../core/authoring/new-minutes/days.ts'
import { draftReport } from '../core/authoring/report-draft/draft.ts'
import { refreshReport } from '../core/authoring/report-draft/refresh.ts'
import { reportSeries } from '../core/authoring/report-draft/report-series.ts'
import { isoDate } from '../core/minutes/calendar.ts'
import { edit } from '../core/repository/fix.ts'
import { onFreshFiles } from './closed-files.ts'
import { rootOf } from './convert.ts'
import type { Context } from './feature.ts'
import { canMakeFiles, makesNoFiles, toNewDocument } from './new-document.ts'
import {
  type DocumentParams,
  type DraftReportParams,
  type NewDocument,
  type ReportSeries,
  serverCommands,
} from './protocol.ts'
import type { Folder } from './repositories.ts'
import { misuse, say } from './told.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** The commands that write reports. */
export const reportCommands: Readonly<
  Record<string, (args: readonly unknown[], context: Context) => Promise<unknown>>
> = {
  [serverCommands.reportSeries]: (_, context) => allReportSeries(context),
  [serverCommands.draftReport]: ([params], context) => draftedReport(params, context),
  [serverCommands.refreshReport]: ([params], context) => refreshedReport(params, context),
}

/** The series of reports in all workspace folders, each with the days for which one may be drafted. */
async function allReportSeries({ repositories, clock }: Context): Promise<ReportSeries[]> {
  await repositories.whenAllRead()
  return repositories.folders.flatMap((folder) => seriesIn(folder, clock.today()))
}

function seriesIn({ root, workspace: { repository } }: Folder, today: string): ReportSeries[] {
  return reportSeries(repository).map(({ name, folder }) => {
    const series = repository.series(folder)!
    const prepared = lastPrepared(series, today)
    return { root, name, folder, days: offeredDays(series, today), ...(prepared !== undefined && { prepared }) }
  })
}

/** A new report; `null` where its user has been told why there is none. */
async function draftedReport(params: unknown, context: Context): Promise<NewDocument | null | lsp.ResponseError> {
  if (!isDraftParams(params)) return misuse(draftUsage)
  const { repositories, clock } = context
  await repositories.whenAllRead()
  const root = rootOf(params.root)
  const located = repositories.folders.find((folder) => folder.root === root) ?? repositories.locate(params.root)
  if (!located) return misuse(`${params.root} is in no workspace folder.`)
  if (!canMakeFiles(context.client)) return say(makesNoFiles, context)
  const { workspace } = located
  const today = clock.today()
  const all = seriesIn(located, today)
  const series = params.folder === undefined ? all[0] : all.find(({ folder }) => folder === params.folder)
  const folder = series?.folder ?? params.folder
  if (folder === undefined) return say(noSeries, context)
  const day = params.day ?? series?.days[0]?.day ?? today
  const drafted = draftReport({ folder, day, today }, workspace.repository, (path) => workspace.minutes(path))
  return 'refused' in drafted ? say(drafted.refused, context) : toNewDocument(drafted, located)
}

/** What has arrived since a report was drafted; `null` where there is nothing, and then its reader is told so. */
async function refreshedReport(
  params: unknown,
  context: Context,
): Promise<lsp.WorkspaceEdit | null | lsp.ResponseError> {
  if (!isDocumentParams(params)) return misuse(refreshUsage)
  const { uri } = params.textDocument
  const { repositories } = context
  await repositories.whenRead(uri)
  const located = repositories.locate(uri)
  const minutes = located?.workspace.minutes(located.path)
  if (!located || !minutes) return misuse(`${uri} is no Markdown of a workspace folder.`)
  const { path, workspace } = located
  if (!workspace.repository.isReport(path)) return say(noReport, context)
  const made = onFreshFiles(
    () => {
      const report = workspace.minutes(path) ?? minutes
      const edits = refreshReport(report, workspace.repository, (other) => workspace.minutes(other))
      return { edits: edits.map(({ span, newText }) => edit(path, span, newText)) }
    },
    located,
    repositories,
  )
  return made?.edits.length ? toWorkspaceEdit(made, located, context) : say(nothingNew, context)
}

const draftUsage =
  'The command takes one argument, { root, folder, day }: the URI of a workspace folder, and, as far as they are known, the series and the ISO date. Pass it.'
const refreshUsage =
  "The command takes one argument, { textDocument: LSP's TextDocumentIdentifier }: the report. Pass it."
const noSeries = 'No minutes here report on those of other teams. Name their folder in "reports" of .minutes.json.'
const noReport = 'These minutes do not report on those of other teams, so nothing can arrive here.'
const nothingNew = 'Nothing has arrived since for this report.'

function isDraftParams(value: unknown): value is DraftReportParams {
  const { root, folder, day } = (value ?? {}) as Partial<DraftReportParams>
  const isDayOrNone = day === undefined || (typeof day === 'string' && isDay(day))
  return typeof root === 'string' && (folder === undefined || typeof folder === 'string') && isDayOrNone
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number)
  return isoDate(year!, month!, day!) === text
}

function isDocumentParams(value: unknown): value is DocumentParams {
  const { textDocument } = (value ?? {}) as Partial<DocumentParams>
  return typeof textDocument?.uri === 'string'
}
