import { slice } from '../text/span.ts'
import type { Minutes } from './minutes.ts'

/** How words begin that headings and labels of minutes have in one language alone. */
const german =
  /(?<!\p{L})(?:abwesend|anwesen|aufgaben|begrüßung|berichte?(?!\p{L})|beschl[uü]ss|besprech|einladung|entscheidungen|entschuldigt|ergebnisse|nächste|offene|protokoll|schriftführ|sitzung|sonstiges|tagesordnung|teilnahme|teilnehm|termine|themen|verschiedenes)/iu
const english =
  /(?<!\p{L})(?:absen|announce|apologies|attend|chair|date(?!\p{L})|decisions|discuss|facilitator|meeting|minute|next|notes|open|other|participa|people|present|review|roll call|scribe|topics|updates?|welcome)/iu

/** Whether minutes are more likely written in German than in English, as far as their headings and labels tell. */
export function isGerman({ text, sections, participants, roles }: Minutes): boolean {
  const labels = [...participants, ...roles].map(({ label }) => slice(text, label))
  const words = new Set([...sections.map(({ heading }) => heading.title), ...labels])
  const count = (language: RegExp) => [...words].filter((one) => language.test(one)).length
  return count(german) > count(english)
}
