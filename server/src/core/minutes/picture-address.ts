import { meantInHtml, meantInMarkdown } from '../syntax/references.ts'
import { slice } from '../text/span.ts'
import type { Picture } from './picture.ts'

/** The URL of a picture as a browser asks for it: without escapes, and with the characters that are written by their names or numbers. */
export function pictureAddress({ kind, url }: Picture, text: string): string {
  const written = slice(text, url)
  if (kind === 'front-matter' || kind === 'style') return written
  return kind === 'html' || kind === 'background' ? meantInHtml(written) : meantInMarkdown(written)
}
