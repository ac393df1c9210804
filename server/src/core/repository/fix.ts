import { replace, type TextEdit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

/** A change that mends a fault. */
export interface Fix {
  /** What it does, as an imperative: "Change the heading to 2023-02-09". */
  readonly title: string
  /** `safe`: right wherever it is offered, so that it may be applied unseen. `suggested`: a person decides. */
  readonly safety: 'safe' | 'suggested'
  readonly edits: readonly FileEdit[]
  /** A file to rename once the edits, which name the old path, are made. */
  readonly rename?: { readonly from: string; readonly to: string }
  /** A picture to store before the edits, which name it, are made. The core cannot: a host that may asks its user first. */
  readonly save?: Save
}

export interface Save {
  /** Where the picture is, absolute. */
  readonly url: string
  /** The path that it gets, relative to the repository. No file has it. */
  readonly to: string
}

export interface FileEdit extends TextEdit {
  readonly path: string
}

/** A change of one place on which a person decides. */
export function suggestion(title: string, path: string, span: Span, newText: string): Fix {
  return { title, safety: 'suggested', edits: [edit(path, span, newText)] }
}

export function edit(path: string, span: Span, newText: string): FileEdit {
  return { path, ...replace(span, newText) }
}
