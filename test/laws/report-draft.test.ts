import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { addDays } from '../../server/src/core/minutes/calendar.ts'
import { meetingDateOf } from '../../server/src/core/minutes/meeting-date.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { randomFrom } from '../support/random.ts'
import { markdownFiles, otherFiles } from './files.ts'
import { Past } from './past.ts'

const folders = ['../shared/corpus/scs-minutes', 'test/sample']
/** How many edits people make, and how often they are tried. */
const mostEdits = 12
const tries = 8
/** So many days of the teams' minutes arrive after the draft. */
const late = 4

for (const folder of folders) {
  const texts = textsOf(folder)
  describe(`drafts of the reports in ${folder}`, { skip: texts.size === 0 && 'there are none' }, () => {
    const past = new Past(texts)
    for (const path of reportsIn(texts)) {
      const day = meetingDateOf(path)!.iso!
      it(path, () => {
        past.goTo(addDays(day, -late), path)
        const early = past.draft(day, path)
        past.goTo(day, path)
        const draft = past.draft(day, path)
        if (!early || !draft) return
        assert.deepEqual(past.findings(draft), [])
        assert.deepEqual(past.refreshed(draft), draft.text)
        const random = randomFrom(draft.text.length)
        for (let count = 0; count < tries; count += 1) assertRefreshes(edited(early, random), past)
      })
    }
  })
}

function assertRefreshes(before: Minutes, past: Past): void {
  const after = past.refreshed(before)
  const kept = writtenLines(before)
  let at = 0
  for (const line of after.split('\n')) if (line === kept[at] || line === `${kept[at]}\r`) at += 1
  assert.equal(kept[at], undefined, `this line is gone:\n${before.text}\n=====\n${after}`)
  assert.equal(past.refreshed(readMinutes(before.path, after)), after, 'refreshing twice is not refreshing once')
}

/** The lines of a report but those of minutes lines that wait for their URL. */
function writtenLines({ text, minutesLines }: Minutes): string[] {
  const index = new LineIndex(text)
  const waiting = minutesLines.filter(({ state, note }) => state === 'empty' || state === 'none-yet' || note)
  const numbers = new Set(waiting.map(({ span }) => index.lineAt(span.start)))
  return text.split('\n').filter((_, at) => !numbers.has(at))
}

/** What people write into a draft, some of them with a heavy hand. */
const scraps = [
  '- one more thing',
  '* another bullet',
  '1. a number',
  'A sentence about @ines-berg.',
  '',
  'Minutes:',
  'Minutes: none yet',
  '- Minutes: none yet, ask Ines',
  '## A heading',
  '### Team Storage',
  '---',
  '----',
  '```',
  '<!-- a comment',
  '-->',
  '<div>',
  '> a quote',
  '    indented',
  '  - deeper',
  '- ',
  '| a | table |',
  '[x]: https://example.org',
]

function edited({ path, text }: Minutes, random: (limit: number) => number): Minutes {
  const lines = text.split('\n')
  for (let count = random(mostEdits); count >= 0; count -= 1) {
    const at = random(lines.length)
    const line = lines[at] ?? ''
    const ways = [
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, scraps[random(scraps.length)]!),
      () => lines.splice(at, 1, line.slice(0, random(line.length + 1))),
      () => lines.splice(at, 1, `${line} and more`),
      () => lines.splice(at, 1, line, line),
      () => lines.splice(random(lines.length), 0, ...lines.splice(at, 1 + random(4))),
    ]
    ways[random(ways.length)]!()
  }
  return readMinutes(path, lines.join(random(4) ? '\n' : '\r\n'))
}

function reportsIn(texts: ReadonlyMap<string, string>): string[] {
  return [...texts.keys()].filter((path) => path.startsWith('community-call/') && meetingDateOf(path)?.iso).sort()
}

function textsOf(folder: string): Map<string, string> {
  const files = markdownFiles(folder).map(({ path, text }) => [path.slice(folder.length + 1), text] as const)
  const settings = join(folder, settingsFile)
  const configured = existsSync(settings) ? [[settingsFile, readFileSync(settings, 'utf8')] as const] : []
  return new Map([...otherFiles(folder), ...files, ...configured])
}
