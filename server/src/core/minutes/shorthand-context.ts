/** What says of the number behind it that it is an issue's. */
const kinds = words('issue issues pr prs mr mrs pull request requests epic epics story stories discussion discussions')

/** Words after which a number is named for itself, and counts nothing: "Hackathon #6" is the sixth. */
const joining = words(
  // English
  'a about after all also an and approved are as at because before behind but by close closed closes continue cf done during e.g for fix fixed fixes from have i.e in into is it merge merged merges now of on only open or our over pending per please possibly re regarding related reopen reopened replaces resolve resolved resolves review reviewed reviewing see since so still than that the their then these this those to under until update updated updates upon via was were when where while with within without',
  // German
  'aber als am an auf aus bei bis das dass dem den der des die durch eine er erledigt für gegen im in ist mit nach noch oder ob ohne schon seit sie siehe sind statt über um und unter vom von vor wegen wenn wie zu zum zur',
)

/**
 * Whether a bare `#12` behind a piece of its line may be an issue, not the rank of something: `Hackathon #6`, `Agenda item #3`, or a heading's
 * own number, `### #3 Budget`.
 */
export function mayNameIssue(line: string): boolean {
  let before = line
  if (!before) return true
  if (!/(?:^|[\s([{*_~"'„“«»,;|+>→])$/.test(before)) return false
  for (;;) {
    const end = endBefore(before)
    if (end === 0 || before.includes('(', end)) return true
    before = before.slice(0, end)
    const word = /[\p{L}.]{1,30}$/u.exec(before)?.[0].toLowerCase()
    if (word === undefined || /^[^\p{L}]/u.test(word)) return isPunctuated(before)
    if (!kinds.has(word)) return joining.has(word) || isSentenceEnd(word)
    before = before.slice(0, -word.length)
  }
}

/** Without white space, brackets, quotation marks and emphasis that open behind it. */
function endBefore(line: string): number {
  let end = line.length
  while (end > 0 && /[\s([{*_~"'„“«»]/.test(line[end - 1]!)) end -= 1
  return end
}

function isPunctuated(before: string): boolean {
  return /[,;:|>→=–—+&/!?)\].-]$/.test(before)
}

/** "Nr." and "No." count. */
function isSentenceEnd(word: string): boolean {
  return word.endsWith('.') && !/^(?:nr|no|num|pos|p|s|vol|ver|v|ch|abs|art)\.$/.test(word)
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')))
}
