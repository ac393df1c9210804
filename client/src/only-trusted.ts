import { commands, window, workspace } from 'vscode'

/** Whether the workspace may name what is downloaded; where not, the user is told what is not done, such as "Pictures are saved". */
export async function isTrusted(what: string): Promise<boolean> {
  if (workspace.isTrusted) return true
  const manage = 'Manage Workspace Trust'
  const choice = await window.showInformationMessage(`${what} in workspaces alone that you trust.`, manage)
  if (choice === manage) await commands.executeCommand('workbench.trust.manage')
  return false
}
