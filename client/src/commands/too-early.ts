import { commands, Disposable, l10n, window } from 'vscode'

/** The commands that the walkthrough offers everywhere. */
const offered = ['minutes.newMinutes', 'minutes.draftReport']

/** Answers them where there are no minutes: nobody else does. The result ends that, and has to be ended before a client starts. */
export function sayThatItIsTooEarly(): Disposable {
  return Disposable.from(...offered.map((command) => commands.registerCommand(command, say)))
}

async function say(): Promise<void> {
  const setUp = l10n.t('Set Up Repository')
  const message = l10n.t('There are no minutes here yet. Open a folder that has some, or set this one up.')
  if ((await window.showInformationMessage(message, setUp)) === setUp) await commands.executeCommand('minutes.setUp')
}
