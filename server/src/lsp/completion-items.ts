import * as lsp from 'vscode-languageserver'
import type { Completion } from '../core/ide/completion/completion.ts'
import { documentationOf, type ItemData } from './completion-documentation.ts'
import type { ClientFacts } from './feature.ts'
import type { OpenDocument } from './repositories.ts'

/** Completions as the client takes them, the first one chosen. Before the repository has been read there may be more: the client asks again. */
export function toAnswer(
  completions: readonly Completion[],
  document: OpenDocument,
  client: ClientFacts,
): lsp.CompletionItem[] | lsp.CompletionList {
  const isIncomplete = !document.workspace.isRead || completions.some(({ asksAgain }) => asksAgain)
  const itemDefaults = sharedBy(completions, document, client)
  const items = completions.map((one, rank) =>
    itemDefaults ? toShortItem(one, rank, document, client) : toItem(one, rank, document, client),
  )
  if (itemDefaults) return { isIncomplete, itemDefaults, items }
  return isIncomplete ? { isIncomplete, items } : items
}

/** A list whose items all replace the same is said in half as many words, where the client understands. */
function sharedBy(
  completions: readonly Completion[],
  { uri, places }: OpenDocument,
  { capabilities }: ClientFacts,
): lsp.CompletionList['itemDefaults'] | undefined {
  const supported = capabilities.textDocument?.completion?.completionList?.itemDefaults
  const [first] = completions
  if (!first || !supported?.includes('editRange') || !supported.includes('data')) return undefined
  const isPlain = ({ caret, otherEdits, span }: Completion) =>
    caret === undefined && !otherEdits && span.start === first.span.start && span.end === first.span.end
  return completions.every(isPlain) ? { editRange: places.range(first.span), data: { uri } } : undefined
}

function toShortItem(item: Completion, rank: number, document: OpenDocument, client: ClientFacts): lsp.CompletionItem {
  const isCalledByLabel = item.person !== undefined && item.label === `@${item.person}`
  return {
    ...described(item, rank, document, client),
    ...(item.newText !== item.label && { textEditText: item.newText }),
    ...(!isCalledByLabel && dataOf(item, document)),
  }
}

function toItem(item: Completion, rank: number, document: OpenDocument, client: ClientFacts): lsp.CompletionItem {
  const snippets = client.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
  const withCaret = snippets && item.caret !== undefined
  return {
    ...described(item, rank, document, client),
    insertTextFormat: withCaret ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    textEdit: document.places.textEdit({
      span: item.span,
      newText: withCaret ? asSnippet(item.newText, item.caret!) : item.newText,
    }),
    ...(item.otherEdits && { additionalTextEdits: item.otherEdits.map((edit) => document.places.textEdit(edit)) }),
    ...dataOf(item, document),
  }
}

/** Whether the client asks for the documentation of what its user looks at. One that does not say so may not: it has all of it at once. */
function asksForMore({ capabilities }: ClientFacts): boolean {
  const { resolveSupport } = capabilities.textDocument?.completion?.completionItem ?? {}
  return resolveSupport?.properties.includes('documentation') === true
}

const kinds: Readonly<Record<Completion['kind'], lsp.CompletionItemKind>> = {
  meeting: lsp.CompletionItemKind.File,
  page: lsp.CompletionItemKind.File,
  heading: lsp.CompletionItemKind.Reference,
  picture: lsp.CompletionItemKind.File,
  section: lsp.CompletionItemKind.Module,
  title: lsp.CompletionItemKind.Text,
  date: lsp.CompletionItemKind.Value,
  person: lsp.CompletionItemKind.Reference,
  action: lsp.CompletionItemKind.Reference,
  issue: lsp.CompletionItemKind.Event,
}

function described(
  completion: Completion,
  rank: number,
  document: OpenDocument,
  client: ClientFacts,
): lsp.CompletionItem {
  const { label, description, detail, filterText } = completion
  const { completionItem, completionItemKind } = client.capabilities.textDocument?.completion ?? {}
  const details = completionItem?.labelDetailsSupport === true
  const item: lsp.CompletionItem = {
    label,
    kind: completionItemKind?.valueSet ? kinds[completion.kind] : firstKind(kinds[completion.kind]),
    sortText: String(rank).padStart(4, '0'),
    filterText,
  }
  if (details && description) item.labelDetails = { description }
  if (detail) item.detail = detail
  if (rank === 0 && completionItem?.preselectSupport) item.preselect = true
  const { data } = asksForMore(client) ? {} : dataOf(completion, document)
  const documentation = data && documentationOf(data, label, document, client)
  return { ...item, ...(documentation && { documentation }) }
}

/** A client that tells no kinds knows those of LSP's first version, which had no events. Any other one takes what it does not know. */
function firstKind(kind: lsp.CompletionItemKind): lsp.CompletionItemKind {
  return kind <= lsp.CompletionItemKind.Reference ? kind : lsp.CompletionItemKind.Reference
}

function asSnippet(text: string, caret: number): string {
  const escaped = (part: string) => part.replace(/[\\$}]/g, '\\$&')
  return `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`
}

function dataOf({ path, fragment, person, issue }: Completion, { uri }: OpenDocument): { data?: ItemData } {
  if (issue !== undefined) return { data: { uri, issue } }
  if (path !== undefined) return { data: { uri, path, ...(fragment !== undefined && { fragment }) } }
  return person === undefined ? {} : { data: { uri, person } }
}
