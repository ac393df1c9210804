import * as lsp from 'vscode-languageserver'
import { markdown, type NoteLine, plainText } from '../core/ide/hover/note.ts'
import { uriOf } from './convert.ts'

type Formats = readonly lsp.MarkupKind[] | undefined

/** Lines as the client draws them best; `root` is the folder of the files that they name. */
export function toMarkup(lines: readonly NoteLine[], root: string, formats: Formats): lsp.MarkupContent {
  return likesMarkdown(formats)
    ? { kind: lsp.MarkupKind.Markdown, value: markdown(lines, (path) => uriOf(root, path)) }
    : { kind: lsp.MarkupKind.PlainText, value: plainText(lines) }
}

/** The first format is the one that the client likes best; one that names none takes plain text. */
export function likesMarkdown(formats: Formats): boolean {
  return formats?.[0] === lsp.MarkupKind.Markdown
}
