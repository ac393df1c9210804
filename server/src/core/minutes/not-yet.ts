import { letters } from '../text/letters.ts'
import { slice } from '../text/span.ts'
import { trimEnd, trimStart } from '../text/trim.ts'

/** What the words of a minutes line say of the minutes. */
export type Saying =
  | 'nothing'
  /** That they are not there yet, and no more. */
  | 'not-yet'
  /** That they are not there yet, and something else that would be lost with the note. */
  | 'not-yet-and-more'
  | 'something'

const there = '(?:there|available|present|published|merged|ready|online|uploaded|written|finished|work(?:ing)?)'
const toBe = '(?:to be|wait(?:s|ing) to be|waiting for(?: the)?) (?:merged?|published|added|uploaded|written)'

/** What people write to say "not yet" and nothing else, in English and German: one word or phrase, or what stands between two. */
const piece = new RegExp(
  `(?:${toBe}|${there}|(?:meeting )?minutes|none|not|nothing|no|still|yet|so far|at the moment|pending|missing|outstanding|waiting|to follow|(?:will )?follows?|coming(?: soon)?|soon|being (?:written|typed|edited|prepared)|in (?:progress|preparation)|tb[ad]|t\\.b\\.[ad]|n/a|protokolle?|noch|nicht|kein(?:e|es)?|vorhanden|veröffentlicht|fertig|da|lieg(?:t|en)|vor|folg(?:t|en)|wird|nachgereicht|fehl(?:t|en)|ste(?:ht|hen)|aus|ausstehend|offen|in arbeit)(?![${letters}])|[\\s()?!.:,;/–—-]+`,
  'y',
)
const negation =
  /\b(?:none|not|nothing|no|yet|pending|missing|outstanding|waiting|to be|to follow|follows?|coming|soon|being|in progress|in preparation|tb[ad]|t\.b\.[ad]|n\/a|noch|nicht|keine?s?|folgt|folgen|nachgereicht|fehlt|fehlen|stehe?n?t? aus|ausstehend|offen|in arbeit)\b/
const marksAlone = /^[?…–—-]+$/

/** Nothing follows but punctuation. */
const over = `(?=$|\\s*[^${letters}\\s])`

/** The same, somewhere in a sentence. What is "not approved yet" is there. */
const inSentence = new RegExp(
  [
    `\\bnone (?:${there} )?yet\\b`,
    `^(?:none|not yet|tb[ad])${over}`,
    `\\bnot (?:yet )?${there}\\b`,
    `\\b(?:not|no(?: minutes)?) yet${over}`,
    `^(?:still )?(?:pending|missing|outstanding)${over}`,
    `\\b${toBe}\\b`,
    '\\bnoch nicht (?:da|vorhanden|veröffentlicht|fertig)\\b',
    `^noch (?:nicht|kein(?:e|es)?)${over}`,
  ].join('|'),
)
/** Then there is nothing to wait for. */
const didNotMeet =
  /\b(?:no meeting|cancel\w*|called off|skipped|did(?:n['’]t| not) (?:meet|take place)|not held|no quorum|ausgefallen|fiel aus|entf[aä]ll\w*|kein treffen|keine sitzung)\b/i

/** Reads the words beside the label or the link of a minutes line; brackets, punctuation and emphasis around them do not matter. */
export function sayingOf(text: string): Saying {
  const said = text.replace(/[*_]+/g, '')
  const inside = trimEnd(said, trimStart(said, { start: 0, end: said.length }, /[\s():[\]<-]/), /[\s():[\]<>.!-]/)
  const words = slice(said, inside).replace(/\s+/g, ' ').toLowerCase()
  if (!words) return 'nothing'
  if (marksAlone.test(words) || (negation.test(words) && isPlain(words))) return 'not-yet'
  return inSentence.test(words) && !didNotMeet.test(words) ? 'not-yet-and-more' : 'something'
}

/** Whether the words are made of such pieces alone. One pattern for all of them would try each way to part "coming soon coming soon …". */
function isPlain(words: string): boolean {
  piece.lastIndex = 0
  while (piece.lastIndex < words.length) if (!piece.test(words)) return false
  return true
}
