import type { ExtensionContext } from 'vscode'
import { activateWith } from './activate.ts'
import { findFile } from './files.web.ts'
import { isMinutesPath, isOtherPath } from './minutes.ts'

/** Called by VS Code in a browser. */
export function activate(context: ExtensionContext) {
  return activateWith(context, {
    holdsMinutes: () => findFile(isMinutesPath),
    holdsOther: () => findFile(isOtherPath),
    start: async (offered) => (await import('./browser.ts')).start(context, offered),
  })
}
