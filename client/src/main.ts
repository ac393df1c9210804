import { type ExtensionContext, workspace } from 'vscode'
import { activateWith } from './activate.ts'
import { minutesGlob, otherGlob, withoutOther } from './minutes.ts'

/** Called by VS Code on the desktop and on a remote machine. */
export function activate(context: ExtensionContext) {
  return activateWith(context, {
    holdsMinutes: async () => (await workspace.findFiles(minutesGlob, '**/node_modules/**', 1)).length > 0,
    holdsOther: async () => (await workspace.findFiles(otherGlob, withoutOther, 1)).length > 0,
    start: async (offered) => (await import('./desktop.ts')).start(context, offered),
  })
}
