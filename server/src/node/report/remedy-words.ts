import type { Remedy } from '../fix.ts'

type Means = Remedy['means']

const words: Readonly<Record<Means, (rule: string, file: string) => string>> = {
  fix: () => '--fix',
  'suggested-fix': (rule) => `--fix=suggested ${rule}`,
  'save-images': (_, file) => `minutes save-images ${file}`,
  editor: () => 'in an editor',
}

/** All that mends findings, the easiest first. */
export const allMeans = Object.keys(words) as readonly Means[]

/** What somebody types who wants a finding of a rule in a file mended, or where that is done. */
export function remedyWords(means: Means, rule = 'RULE', file = 'FILE'): string {
  return words[means](rule, file)
}
