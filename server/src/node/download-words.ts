import { type Language, whyNotDownloaded as sentenceFor } from '../download/words.ts'

const english: Language = { t: (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)])) }

/** Why nothing has been downloaded from a host, as a part of a sentence. */
export function whyNotDownloaded(host: string, error: unknown): string {
  return sentenceFor(host, error, english).replace(/^The /, 'the ').replace(/\.$/, '')
}
