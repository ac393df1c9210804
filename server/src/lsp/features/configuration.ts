import * as lsp from 'vscode-languageserver'
import { attempted, type Feature } from '../feature.ts'
import { referencesSetting } from './code-lens.ts'

/** `workspace/didChangeConfiguration`, and asking for the configuration in the first place. */
export const configuration: Feature = {
  capabilities: () => ({}),
  register({ connection, client, preferences, repositories, whenInitialized }) {
    preferences.onChange(({ rules }) => repositories.prefer(rules))
    connection.onDidChangeConfiguration(({ settings }) =>
      attempted(connection, () => preferences.refresh((settings as { minutes?: unknown } | null)?.minutes)),
    )
    whenInitialized(async () => {
      if (client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        const section = client.hostReadsMarkdown ? ['minutes', referencesSetting] : 'minutes'
        await connection.client.register(lsp.DidChangeConfigurationNotification.type, { section })
      }
    })
    whenInitialized(() => preferences.begin())
  },
}
