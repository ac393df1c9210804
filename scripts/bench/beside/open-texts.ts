import type { Document } from '../document.ts'

/** The documents that are open in a client, by their URIs. */
export type OpenTexts = Map<string, Document>
