import { commands, Disposable, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode'

const scheme = 'minutes-rule'

/** The folder of the rules' pages: files of the extension, which are not to be had by the same URI on a machine and in a browser. */
export const rulePages = `${scheme}:/`

/** Shows the pages of the rules: those that findings link to, and by "Minutes: Explain Rule…" any. The result ends it. */
export function explainRules(context: ExtensionContext): Disposable {
  const read = async ({ path }: Uri) => {
    const page = Uri.joinPath(context.extensionUri, 'dist/rules', path)
    return new TextDecoder().decode(await workspace.fs.readFile(page))
  }
  const explain = async (id?: string) => {
    const rule = id ?? (await pickRule(context))
    if (rule) await commands.executeCommand('vscode.open', Uri.parse(`${rulePages}${rule}.md`))
  }
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: read }),
    commands.registerCommand('minutes.explainRule', explain),
  )
}

/** The id of a rule that the user chooses. The manifest knows all of them, because each has a setting. */
async function pickRule({ extension }: ExtensionContext): Promise<string | undefined> {
  const { properties } = extension.packageJSON.contributes.configuration.properties['minutes.rules']
  const items = Object.entries<{ description: string }>(properties).map(([label, { description }]) => ({
    label,
    detail: description,
  }))
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('The rule to explain'), matchOnDetail: true })
  return chosen?.label
}
