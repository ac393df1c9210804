import type { Feature } from '../feature.ts'
import { about } from './about.ts'
import { codeAction } from './code-action.ts'
import { completion } from './completion.ts'
import { configuration } from './configuration.ts'
import { definition } from './definition.ts'
import { diagnostics } from './diagnostics.ts'
import { documentHighlight } from './document-highlight.ts'
import { documentLink } from './document-link.ts'
import { documentSymbol } from './document-symbol.ts'
import { hover } from './hover.ts'
import { references } from './references.ts'
import { rename } from './rename.ts'
import { renameFiles } from './rename-files.ts'
import { watchedFiles } from './watched-files.ts'
import { workspaceFolders } from './workspace-folders.ts'

/** Everything that the server does for an editor. */
export const features: readonly Feature[] = [
  about,
  codeAction,
  completion,
  configuration,
  diagnostics,
  definition,
  documentHighlight,
  hover,
  references,
  rename,
  renameFiles,
  documentLink,
  documentSymbol,
  watchedFiles,
  workspaceFolders,
]
