import { commands, Disposable, LanguageStatusSeverity, l10n, languages, window } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import {
  type About,
  type AboutParams,
  aboutChangedNotification,
  aboutRequest,
} from '../../../server/src/lsp/protocol.ts'

/** The context key by which the manifest enables what makes sense in a report alone. */
const inReportKey = 'minutes.inReport'

/** Shows which repository, team and meeting the open file belongs to, behind `{}` in the status bar. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('minutes.about', [{ language: 'markdown' }])
  item.name = 'Minutes'
  const show = (text: string, detail = '', severity = LanguageStatusSeverity.Information) =>
    Object.assign(item, { text, detail, severity, busy: client.state === State.Starting })

  const update = async () => {
    const document = window.activeTextEditor?.document
    if (client.state === State.Starting) return show('Minutes', l10n.t('Reading the repository'))
    if (client.state !== State.Running)
      return show('Minutes', l10n.t('The language server is not running'), LanguageStatusSeverity.Error)
    if (document?.languageId !== 'markdown') return
    const params: AboutParams = { uri: document.uri.toString() }
    // A request fails when the server stops meanwhile, and then the state changes.
    const about = await client.sendRequest<About | null>(aboutRequest, params).catch(() => undefined)
    if (about === undefined || document !== window.activeTextEditor?.document) return
    void commands.executeCommand('setContext', inReportKey, about?.reports === true)
    if (!about) show('Minutes', l10n.t('This file is in no repository of minutes'))
    else show(meeting(about) || l10n.t('No meeting'), place(about))
  }
  return Disposable.from(
    item,
    client.onDidChangeState(update),
    client.onNotification(aboutChangedNotification, () => void update()),
    window.onDidChangeActiveTextEditor(update),
  )
}

/** `Team Storage · Mon 2025-03-10`, as far as it is known. */
function meeting({ team, weekday, date }: About): string {
  const day = [weekday?.slice(0, 3), date].filter(Boolean).join(' ')
  return [team, day].filter(Boolean).join(' · ')
}

/** `Report · repository minutes`. That minutes are minutes goes without saying. */
function place({ kind, repository }: About): string {
  const where = l10n.t('repository {0}', repository)
  return kind === 'minutes' ? where : `${kindOf(kind)} · ${where}`
}

function kindOf(kind: Exclude<About['kind'], 'minutes'>): string {
  switch (kind) {
    case 'report':
      return l10n.t('Report')
    case 'deck':
      return l10n.t('Slide deck')
    case 'template':
      return l10n.t('Template')
    case 'page':
      return l10n.t('Page')
  }
}
