import type { ClientCapabilities } from 'vscode-languageserver'
import type { Completion } from '../core/ide/completion/completion.ts'

/**
 * Whether a client is Kate 22.12, which Debian 12 has, or one that announces no more. It does not tell its name. It says nothing of completion, where
 * it replaces the word before the cursor alone, and of actions no more than that it takes them: its "Quick Fix" does all that it is answered.
 */
export function isOldKate({ textDocument }: ClientCapabilities): boolean {
  const { codeAction, completion } = textDocument ?? {}
  return !completion && codeAction !== undefined && Object.keys(codeAction).join() === 'codeActionLiteralSupport'
}

/** The same completion as one of the word before `offset`: what stands in front of the word is kept, or goes by an edit of its own. */
export function ofWord(completion: Completion, text: string, offset: number): Completion {
  const { span, newText, filterText, otherEdits = [] } = completion
  const start = wordStart(text, span.start, offset)
  const front = text.slice(span.start, start)
  if (!front) return completion
  const word = { ...completion, span: { start, end: span.end }, filterText: behind(front, filterText) }
  if (newText.startsWith(front)) return { ...word, newText: behind(front, newText) }
  return { ...word, otherEdits: [...otherEdits, { span: { start: span.start, end: start }, newText: '' }] }
}

function wordStart(text: string, from: number, offset: number): number {
  let start = offset
  while (start > from && /[\p{L}\p{N}_]/u.test(text[start - 1]!)) start--
  return start
}

function behind(front: string, text: string): string {
  return text.startsWith(front) ? text.slice(front.length) : text
}
