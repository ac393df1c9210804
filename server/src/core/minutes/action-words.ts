/**
 * Verbs with which people begin what is to be done: "write", "ask". Words that are names as well ("mark", "will", "grant") are left out, for
 * "Mark asks …" has an owner.
 */
const verbs = new Set(
  (
    'add address adjust agree align amend analyse analyze announce answer apply approach arrange ask assess assign attach attend automate ' +
    'begin book bring bump buy build call cancel change check choose circulate clarify clean close collect combine come comment communicate ' +
    'compare compile complete configure confirm consider consolidate contact continue contribute convert coordinate copy correct count cover create ' +
    'decide define delete deliver demo deploy deprecate describe design determine develop disable discuss distribute document double-check ' +
    'draft draw drop edit elaborate email enable enhance ensure escalate establish estimate evaluate examine explain explore extend extract ' +
    'figure file fill finalise finalize find finish fix follow follow-up formulate forward gather get give go handle identify implement ' +
    'improve include incorporate inform initiate inspect install integrate introduce investigate invite join keep kick learn let link list ' +
    'look maintain make measure meet mention merge migrate modify monitor move name notify oil open order organise organize overhaul paint ping pick ' +
    'plan post prepare present prioritise prioritize propose provide publish push put raise reach read rebase recheck reconsider record ' +
    'redo reduce refactor refine reformulate register release remind remove rename reopen rephrase replace reply report reproduce request ' +
    'research resolve respond restart restructure retest revert review revisit rewrite run schedule see select send separate set setup share ' +
    'ship show simplify solve sort speak specify split start state stop store study submit suggest summarise summarize switch sync tag take ' +
    'talk tell test think tidy track transfer translate triage try turn understand update upgrade upload use validate verify visit wait work ' +
    'write ' +
    'abklären abstimmen anfragen anlegen anpassen anrufen anschauen ansprechen aufräumen aufsetzen ausprobieren beantragen beauftragen ' +
    'bestellen besorgen dokumentieren einladen einreichen einrichten entfernen entscheiden ergänzen erstellen fragen hochladen informieren ' +
    'klären kontaktieren kümmern löschen nachfragen organisieren planen prüfen reparieren schicken schreiben senden suchen testen umsetzen ' +
    'verschicken veröffentlichen vorbereiten vorschlagen weiterleiten überarbeiten überlegen übersetzen'
  ).split(' '),
)

/** Whether a word is a verb of those with which people begin what is to be done; "writing" and "Write" are. */
export function isTaskVerb(word: string): boolean {
  const plain = word.toLowerCase()
  if (verbs.has(plain)) return true
  const stem = /^(.{2,20})ing$/.exec(plain)?.[1]
  return stem !== undefined && [stem, `${stem}e`, stem.slice(0, -1)].some((base) => verbs.has(base))
}
