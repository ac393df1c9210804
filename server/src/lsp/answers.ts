/**
 * What answers requests, and no finding needs: it is shipped as a file of its own, which the server loads a little after it has read its
 * repositories, or when it is asked before that. What others than this file and those behind it import of `core/ide` or `core/authoring` would be
 * loaded at the start.
 */
export { complete } from '../core/ide/completion/complete.ts'
export { foldsOf } from '../core/ide/folding/folds.ts'
export { selectionsAt } from '../core/ide/folding/selections.ts'
export { hintsIn } from '../core/ide/hints/hints.ts'
export { hoverAt } from '../core/ide/hover/hover.ts'
export { titledIssue } from '../core/ide/issues/issue-name.ts'
export { lensesOf } from '../core/ide/lens/lens.ts'
export { definitionAt } from '../core/ide/navigation/definition.ts'
export { highlightsAt } from '../core/ide/navigation/highlight.ts'
export { issueLinks } from '../core/ide/navigation/issue-links.ts'
export { fileLinks } from '../core/ide/navigation/links.ts'
export { referencesAt } from '../core/ide/navigation/references.ts'
export { outlineOf } from '../core/ide/outline/outline.ts'
export { pastedLink } from '../core/ide/paste/link.ts'
export { pastedPictures } from '../core/ide/paste/picture.ts'
export { editsOfMoves } from '../core/ide/rename/moved.ts'
export { renamableAt, renamedAt } from '../core/ide/rename/rename.ts'
export { bestOf, findSymbols } from '../core/ide/symbols/find-symbols.ts'
export { tokensIn } from '../core/ide/tokens/tokens.ts'
export { codeActionsIn, resolvedAction } from './code-actions.ts'
export { answerCommand } from './commands.ts'
export { documentationOf } from './completion-documentation.ts'
export { toAnswer } from './completion-items.ts'
export { toMarkup } from './markup.ts'

declare const MINUTES_VERSION: string

/** What stands beside the server may be of another version, as while Minutes is installed anew. */
export const version = MINUTES_VERSION

/** All of that. */
export type Answers = typeof import('./answers.ts')
