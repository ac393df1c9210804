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
import { documentsIn, Places } from '../../server/src/lsp/convert.ts'
import { encodings, isWithin, lengthIn } from '../support/encodings.ts'

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
  'positions count as the client does, and lead there and back': fc.property(
    wideText(),
    fc.constantFrom(...encodings),
    (text, encoding) => {
      const places = new Places(text, encoding)
      for (let offset = 0; offset <= text.length; offset += 1) {
        if (isWithin(text, offset)) continue
        const position = places.position(offset)
        const before = text.slice(0, offset).split(/\r\n?|\n/)
        assert.equal(position.line, before.length - 1)
        assert.equal(position.character, lengthIn(before.at(-1)!, encoding))
        assert.equal(places.offset(position), offset)
      }
    },
  ),
  'any position is one of the text, and a later one never comes before it': fc.property(
    wideText(),
    fc.constantFrom(...encodings),
    fc.nat(12),
    (text, encoding, line) => {
      const places = new Places(text, encoding)
      let last = 0
      for (let character = 0; character < 80; character += 1) {
        const offset = places.offset({ line, character })
        assert.ok(last <= offset && offset <= text.length)
        // Whoever counts in UTF-16 can name the place between two halves.
        assert.ok(encoding === 'utf-16' || !isWithin(text, offset))
        last = offset
      }
    },
  ),
  'an edit is the same in the units of every client': fc.property(
    wideText(),
    fc.array(edit(), { maxLength: 4 }),
    fc.constantFrom(...encodings),
    (text, edits, encoding) => {
      const documents = documentsIn(encoding)
      let expected = text
      const changes = edits.map(({ at, length, typed }) => {
        const span = wholeSpan(expected, at % (expected.length + 1), length)
        const range = new Places(expected, encoding).range(span)
        expected = applyEdits(expected, [{ span, newText: typed }])
        return { range, text: typed }
      })
      const document = documents.create('file:///20250312.md', 'markdown', 1, text)
      assert.equal(documents.update(document, changes, 2).getText(), expected)
    },
  ),
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

/** Short lines, with many characters that take more than one unit somewhere. */
function wideText(): fc.Arbitrary<string> {
  const wide = fc.constantFrom(
    'ä',
    'ß',
    '€',
    '漢',
    '🛟',
    '👩‍🚀',
    '\ud83d',
    '\udef0',
    '\u2028',
    '\n',
    '\r\n',
    '\r',
    '@ines',
    ' ',
  )
  return fc.array(wide, { maxLength: 40 }).map((parts) => parts.join(''))
}

/** A span that neither begins nor ends within a character or a line end. */
function wholeSpan(text: string, from: number, length: number) {
  const whole = (offset: number) => (isWithin(text, offset) ? offset - 1 : offset)
  const start = whole(from)
  return { start, end: Math.max(start, whole(Math.min(text.length, from + length))) }
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
