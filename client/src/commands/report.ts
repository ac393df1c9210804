import { commands, Disposable, l10n, window, workspace } from 'vscode'
import { type BaseLanguageClient, ExecuteCommandRequest, type WorkspaceEdit } from 'vscode-languageclient'
import {
  type DocumentParams,
  type DraftReportParams,
  type NewDocument,
  type ReportSeries,
  serverCommands,
} from '../../../server/src/lsp/protocol.ts'
import { makeDocument } from '../make-document.ts'
import { back, pickOne } from '../pick.ts'
import { pickDay } from '../pick-day.ts'
import { folderBeside } from '../team-title.ts'

/** The commands that write a report. The result ends them. */
export function reportCommands(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('minutes.draftReport', () => draft(client)),
    commands.registerCommand('minutes.refreshReport', () => refresh(client)),
  )
}

/** Asks for the series, where there are several, and for the day, and makes the report. */
async function draft(client: BaseLanguageClient): Promise<void> {
  const all: ReportSeries[] = await run(client, serverCommands.reportSeries)
  if (!all.length) {
    void window.showInformationMessage(
      l10n.t('No minutes here report on those of other teams. Name their folder in "reports" of .minutes.json.'),
    )
    return
  }
  const params = await choose(all)
  const document: NewDocument | null = params ? await run(client, serverCommands.draftReport, params) : null
  if (document) await makeDocument(document)
}

/** Each question has a way back to the one before. */
async function choose(all: readonly ReportSeries[]): Promise<DraftReportParams | undefined> {
  const of = all.length > 1 ? 2 : 1
  for (;;) {
    const series = of > 1 ? await chooseSeries(all) : all[0]!
    if (!series || series === back) return undefined
    const day = await chooseDay(series, of)
    if (day !== back) return day === undefined ? undefined : { root: series.root, folder: series.folder, day }
  }
}

async function chooseSeries(all: readonly ReportSeries[]): Promise<ReportSeries | typeof back | undefined> {
  const question = {
    title: l10n.t('Draft Report'),
    placeholder: l10n.t('The series of the report'),
    step: 1,
    of: 2,
  }
  const items = all.map((series) => ({ label: series.name, description: folderBeside(series), series }))
  const chosen = await pickOne(question, items)
  return chosen === back ? back : chosen?.series
}

function chooseDay(series: ReportSeries, of: number): Promise<string | typeof back | undefined> {
  const title = l10n.t('Draft Report: {0}', series.name)
  return pickDay({ title, step: of, of }, l10n.t('The day of the report'), series)
}

/** Adds to the report in the editor what has arrived since. The server says where there is nothing. */
async function refresh(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document
  if (!document) return
  const { version } = document
  const params: DocumentParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) }
  const edit: WorkspaceEdit | null = await run(client, serverCommands.refreshReport, params)
  if (!edit) return
  // What was made for another text would stand in the wrong place.
  if (document.version !== version) return refresh(client)
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit)
  if (!(await workspace.applyEdit(changes)))
    void window.showInformationMessage(l10n.t('The report has changed meanwhile. Try again.'))
}

function run(client: BaseLanguageClient, command: string, ...args: unknown[]) {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })
}
