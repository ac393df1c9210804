import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile, calendarMoment, calendarText } from '../../server/src/core/text/calendar-file.ts'
import { csvLine } from '../../server/src/core/text/csv.ts'

test('text of a calendar is escaped, and holds no control characters', () => {
  assert.equal(calendarText('oil; ropes, \\ and\r\nhooks\u0007\u009b\ud800'), 'oil\\; ropes\\, \\\\ and\\nhooks\ufffd')
  assert.equal(calendarMoment('2025-03-12'), '20250312T000000Z')
})

test('no line of a calendar is longer than 75 octets, and none cuts a character', () => {
  for (const text of ['a'.repeat(400), 'ä'.repeat(200), '⚓'.repeat(100), '🛟'.repeat(100), `x${'🛟é'.repeat(80)}`]) {
    const file = calendarFile('VTODO', [[['SUMMARY', text]]])
    const lines = file.split('\r\n')
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(!file.includes('\ufffd'))
    assert.equal(file.replaceAll('\r\n ', '').split('\r\n')[4], `SUMMARY:${text}`)
    assert.equal(lines.at(-1), '')
    assert.doesNotMatch(file, /[^\r]\n/)
  }
})

test('a field of CSV begins no formula, and keeps its commas, quotes and blanks', () => {
  const fields = ['plain', 'a,b', 'say "x"', '=1+1', '+1', '-1', '@x', ' =1', '＝1', '\tx', 'two\nlines', '', 7, -7]
  assert.equal(
    csvLine(fields),
    `plain,"a,b","say ""x""","'=1+1","'+1","'-1","'@x","' =1","'＝1","'\tx","two\nlines",,7,-7\r\n`,
  )
})

test('a field of CSV says nothing to a terminal, and hides no formula behind what is not seen', () => {
  assert.equal(csvLine(['\u001b[31mred\u0007\u009b', '\u0000=1+1']), `[31mred,"'=1+1"\r\n`)
})
