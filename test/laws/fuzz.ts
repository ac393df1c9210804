import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readSettings } from '../../server/src/core/settings/settings.ts'
import { applyEdits, changedSpan } from '../../server/src/core/text/edit.ts'
import { globMatcher } from '../../server/src/core/text/glob.ts'
import { documentsIn, Places } from '../../server/src/lsp/convert.ts'
import { encodings, isWithin } from '../support/encodings.ts'
import { pieces } from './pieces.ts'
import { editsAreRead, fixingEnds, isReadAndChecked, positionsLeadBack, type Typing } from './text-laws.ts'

/** What holds whatever somebody writes. Each is tried on minutes that are made up by chance. */
export const laws = (): Readonly<Record<string, fc.IProperty<unknown>>> => ({
  'reading and checking never fail, and spans lie in the text': fc.property(text(), isReadAndChecked),
  'an edit is read as the whole text would be': fc.property(text(), fc.array(edit(), { maxLength: 6 }), editsAreRead),
  'safe fixes come to an end': fc.property(text(), fixingEnds),
  'what one edit changes, another brings back': fc.property(text(), text(), (before, after) => {
    const { start, end } = changedSpan(before, after)
    const old = before.slice(start, end + before.length - after.length)
    assert.equal(after.slice(0, start) + old + after.slice(end), before)
  }),
  'positions count as the client does, and lead there and back': fc.property(
    wideText(),
    fc.constantFrom(...encodings),
    positionsLeadBack,
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

/** Pieces of minutes, one behind another. */
export function text(): fc.Arbitrary<string> {
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

function edit(): fc.Arbitrary<Typing> {
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
