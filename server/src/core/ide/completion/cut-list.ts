import type { Place } from './completion.ts'

/**
 * Whether a list of which only the likeliest lines are sent is asked for again with each letter. VS Code does that by itself when nothing fits
 * that it has, and has the first line chosen until then: once a list is asked for again, Enter begins a line instead.
 */
export function isAskedAgain(isCut: boolean, { hostReadsMarkdown }: Pick<Place, 'hostReadsMarkdown'>): boolean {
  return isCut && !hostReadsMarkdown
}
