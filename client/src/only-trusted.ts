import { commands, l10n, window, workspace } from 'vscode'

/** Whether the workspace may name what is downloaded; where not, the user is told `why`: a sentence. */
export async function isTrusted(why: string): Promise<boolean> {
  if (workspace.isTrusted) return true
  const manage = l10n.t('Manage Workspace Trust')
  const choice = await window.showInformationMessage(why, manage)
  if (choice === manage) await commands.executeCommand('workbench.trust.manage')
  return false
}
