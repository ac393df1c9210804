import type { Feature } from '../feature.ts'
import { about } from './about.ts'
import { changes } from './changes.ts'
import { codeAction } from './code-action.ts'
import { codeLens } from './code-lens.ts'
import { completion } from './completion.ts'
import { configuration } from './configuration.ts'
import { definition } from './definition.ts'
import { diagnostics } from './diagnostics.ts'
import { documentHighlight } from './document-highlight.ts'
import { documentLink } from './document-link.ts'
import { documentSymbol } from './document-symbol.ts'
import { executeCommand } from './execute-command.ts'
import { foldingRange } from './folding-range.ts'
import { hover } from './hover.ts'
import { inlayHint } from './inlay-hint.ts'
import { paste } from './paste.ts'
import { references } from './references.ts'
import { rename } from './rename.ts'
import { renameFiles } from './rename-files.ts'
import { selectionRange } from './selection-range.ts'
import { semanticTokens } from './semantic-tokens.ts'
import { watchedFiles } from './watched-files.ts'
import { workspaceDiagnostics } from './workspace-diagnostics.ts'
import { workspaceFolders } from './workspace-folders.ts'
import { workspaceSymbol } from './workspace-symbol.ts'

/** Everything that the server does for an editor. */
export const features: readonly Feature[] = [
  about,
  changes,
  codeAction,
  codeLens,
  completion,
  configuration,
  definition,
  diagnostics,
  documentHighlight,
  documentLink,
  documentSymbol,
  executeCommand,
  foldingRange,
  hover,
  inlayHint,
  paste,
  references,
  rename,
  renameFiles,
  selectionRange,
  semanticTokens,
  watchedFiles,
  workspaceDiagnostics,
  workspaceFolders,
  workspaceSymbol,
]
