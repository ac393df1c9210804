import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode'
import { type ShowReferencesParams, showReferencesCommand } from '../../../server/src/lsp/protocol.ts'

/** The command of code lenses: VS Code's own wants values that only an extension can make. The result ends it. */
export function showReferences(): Disposable {
  return commands.registerCommand(showReferencesCommand, ({ uri, position, locations }: ShowReferencesParams) =>
    commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      new Position(position.line, position.character),
      locations.map(({ uri, range: { start, end } }) => {
        return new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character))
      }),
    ),
  )
}
