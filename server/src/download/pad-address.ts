import { withoutView } from '../core/text/pad-view.ts'

/** Where a pad (HedgeDoc, CodiMD, HackMD) gives the Markdown of a note, from the URL that somebody reads it at; `undefined` for what is no URL. */
export function markdownAddress(written: string): string | undefined {
  const [, note] = /^(https?:\/\/[^/\s?#]+\/[^\s?#]*[^\s?#/])\/*(?:[?#]\S*)?$/i.exec(written.trim()) ?? []
  if (note === undefined) return undefined
  return /\/download$|\.(?:md|markdown|txt)$/i.test(note) ? note : `${withoutView(note)}/download`
}
