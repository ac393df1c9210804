const unspecific = new Set(
  'ai ais action item items actions todo done open the a an of to for in on at and or with by from is are be will should it this that we our der die das und oder für mit zu zum zur im in am von ein eine'.split(
    ' ',
  ),
)

/** The words of an action that say what is to be done, without handles and where its links lead. */
export function wordsOfAction(line: string): ReadonlySet<string> {
  const words = line
    .toLowerCase()
    .replace(/\]\([^()\s]{0,300}\)|@[\p{L}\p{N}_-]+/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(words.filter((word) => word && !unspecific.has(word)).map((word) => word.slice(0, stem)))
}

/** Whether a line, whatever it says, is about an action: most of the action's words stand in it. */
export function isAbout(words: ReadonlySet<string>, line: ReadonlySet<string>): boolean {
  return sharedWords(words, line) >= mostWords
}

/** How many of an action's words stand in a line, from 0 to 1. */
export function sharedWords(words: ReadonlySet<string>, line: ReadonlySet<string>): number {
  if (!words.size) return 1
  let shared = 0
  for (const word of words) if (line.has(word)) shared += 1
  return shared / words.size
}

const mostWords = 0.6
/** "Paint", "painting" and "painted" begin alike. */
const stem = 5
