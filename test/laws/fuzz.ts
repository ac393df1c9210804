import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { checkMinutes, type Finding } from '../../server/src/core/rules/check.ts'
import { fixAll, isSafe } from '../../server/src/core/rules/fix-all.ts'
import { ruleSettings } from '../../server/src/core/rules/rule-settings.ts'
import { noSettings, readSettings } from '../../server/src/core/settings/settings.ts'
import { applyEdits, changedSpan } from '../../server/src/core/text/edit.ts'
import { globMatcher } from '../../server/src/core/text/glob.ts'
import { Places } from '../../server/src/lsp/convert.ts'

/** What holds whatever somebody writes. Each is tried on minutes that are made up by chance. */
export const laws = (): Readonly<Record<string, fc.IProperty<unknown>>> => ({
  'reading and checking never fail, and spans lie in the text': fc.property(text(), (text) => {
    for (const { span } of findingsOf(readMinutes(path, text)))
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length)
  }),
  'an edit is read as the whole text would be': fc.property(
    text(),
    fc.array(edit(), { maxLength: 6 }),
    (text, edits) => {
      let minutes = readMinutes(path, text)
      for (const { at, length, typed } of edits) {
        const start = at % (minutes.text.length + 1)
        const edited = minutes.text.slice(0, start) + typed + minutes.text.slice(start + length)
        minutes = readMinutes(path, edited, minutes)
        const anew = readMinutes(path, edited)
        assert.equal(JSON.stringify(minutes), JSON.stringify(anew))
        assert.deepEqual(seen(minutes), seen(anew))
      }
    },
  ),
  'safe fixes come to an end': fc.property(text(), (text) => {
    let fixed = text
    for (let round = 0; round < 20; round += 1) {
      const { edits } = fixAll(findingsOf(readMinutes(path, fixed)), isSafe)
      const own = edits.filter((edit) => edit.path === path)
      if (!own.length) return
      fixed = applyEdits(fixed, own)
    }
    assert.fail(`fixing goes on and on: ${JSON.stringify(fixed)}`)
  }),
  'what one edit changes, another brings back': fc.property(text(), text(), (before, after) => {
    const { start, end } = changedSpan(before, after)
    const old = before.slice(start, end + before.length - after.length)
    assert.equal(after.slice(0, start) + old + after.slice(end), before)
  }),
  'positions lead there and back': fc.property(text(), (text) => {
    const places = new Places(text)
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (text[offset] === '\n' && text[offset - 1] === '\r') continue
      assert.equal(places.offset(places.position(offset)), offset)
    }
  }),
  'settings of any kind are read, and their mistakes lie in the text': fc.property(
    fc.oneof(fc.json(), text(), settings()),
    (text) => {
      for (const { span, message } of readSettings(text).mistakes) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length)
        assert.ok(message)
      }
    },
  ),
  'a pattern of any kind is answered': fc.property(
    fc.array(fc.oneof(fc.constantFrom('*', '**', '/', '?', '{', '}', ',', '[', ']', '!', '-', '\\', 'a'), fc.string())),
    fc.string(),
    (pattern, path) => assert.equal(typeof globMatcher(pattern.join(''))(path), 'boolean'),
  ),
})

const path = 'harbour/20250312.md'
const settled = ruleSettings(readSettings('{ "rules": { "private-detail": { "passcodes": true } } }').settings)

/** Pieces of which minutes are made, whole and broken. */
const pieces = [
  ...[
    '# ',
    '## ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '- ',
    '* ',
    '1. ',
    '> ',
    '    ',
    '---\n',
    '===\n',
    '```\n',
    '~~~',
    '|',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '<div>',
    '<img src="',
    '`',
    '*',
    '_',
    '**',
    '~~',
    '\\',
    '&amp;',
  ],
  ...[
    '@',
    '@ines-berg',
    '@kwame_',
    'AI ',
    'AI: ',
    'AI @ines-berg: oil',
    '@AI ines',
    '- [ ] ',
    '- [x] ',
    'Minutes: ',
    'Minutes:\n',
  ],
  ...[
    'Minute taker: ',
    'Participants: ',
    'none yet',
    'n/a',
    'TBD',
    '2025-03-12',
    '2025-03-05',
    '31.06.2025',
    'Friday',
    '20250312.md',
  ],
  ...[
    'https://github.com/lighthouse-commons/minutes/blob/main/',
    'https://',
    '#12',
    'buoys#7',
    '../',
    './',
    '%20',
    'a.png =300x',
  ],
  ...[
    'Harbour',
    'Team Harbour',
    'Ropes',
    'ä',
    '🛟',
    '👩‍🚀',
    '\ud83d',
    '\u0000',
    '\u2028',
    '\ufeff',
    '<!-- minutes-allow date-mismatch -->',
  ],
]

function text(): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() })
  return fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))
}

function edit() {
  return fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    typed: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join('')),
  })
}

/** Settings whose names are known, and their values are not. */
function settings(): fc.Arbitrary<string> {
  const names = ['forge', 'branch', 'reports', 'teams', 'uploads', 'people', 'issues', 'rules', 'ignore', '__proto__']
  return fc.dictionary(fc.constantFrom(...names), fc.jsonValue()).map((value) => JSON.stringify(value))
}

function findingsOf(minutes: Minutes): Finding[] {
  const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
  repository.set(summarise(minutes))
  return checkMinutes(minutes, repository, settled, '2025-03-20')
}

function seen(minutes: Minutes): unknown {
  return findingsOf(minutes).map(({ rule, span, message }) => [rule, span, message])
}
