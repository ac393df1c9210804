import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actionsPicture } from '../../client/src/views/calendar/actions-picture.ts'
import { attendancePicture } from '../../client/src/views/calendar/attendance-picture.ts'
import { calendarPicture } from '../../client/src/views/calendar/calendar-picture.ts'
import { newNonce, pageOf } from '../../client/src/views/calendar/page.ts'
import type { Picture } from '../../client/src/views/calendar/picture.ts'
import { Places } from '../../client/src/views/calendar/places.ts'
import type { Words } from '../../client/src/views/calendar/words.ts'
import type { ActionEntry, CalendarEntry, DayEntry } from '../../server/src/lsp/protocol.ts'

const root = 'file:///r'
const words: Words = {
  t: (text, ...values) => text.replace(/\{([0-9])\}/g, (_, at) => String(values[Number(at)])),
  language: 'en',
}
const uriOf = (day: string) => `${root}/${day}.md`

function calendar(name: string, folder: string, days: readonly DayEntry[]): CalendarEntry {
  return { root, name, folder, reports: false, days }
}

function held(day: string): DayEntry {
  return { day, state: 'held', uri: uriOf(day) }
}

const labels = ({ rows }: Picture) => rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.label)])

describe('the calendar as a picture', () => {
  const calendars = [
    calendar('Harbour', 'harbour', [
      held('2024-12-31'),
      { day: '2025-01-08', state: 'reported', uri: uriOf('2025-01-08') },
      held('2025-01-10'),
      { day: '2025-01-15', state: 'missing' },
    ]),
    calendar('Storage', 'data', [held('2024-03-05')]),
  ]

  test('has a column for each week of a year, which meetings of one week share', () => {
    const places = new Places()
    const picture = calendarPicture(calendars, '2025', places, words)
    assert.deepEqual(labels(picture), [
      [
        'Harbour',
        'Harbour, Wednesday 2025-01-08: reported',
        'Harbour, Friday 2025-01-10: minutes, not in a report',
        'Harbour, Wednesday 2025-01-15: no minutes',
      ],
    ])
    const [row] = picture.rows
    assert.deepEqual(
      row!.cells.map(({ column, part, parts }) => [column, part, parts]),
      [
        [1, 0, 2],
        [1, 1, 2],
        [2, 0, 1],
      ],
    )
    assert.deepEqual(
      row!.cells.map(({ place }) => place !== undefined && places.at(place)!.uri),
      [uriOf('2025-01-08'), uriOf('2025-01-10'), false],
    )
    assert.equal(picture.summary, 'Meetings: 2, missing: 1')
  })

  test('tells teams of one name apart, and explains what occurs', () => {
    const twice = [...calendars, calendar('Storage', 'storage', [held('2024-08-06')])]
    const { rows, legend } = calendarPicture(twice, '2024', new Places(), words)
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Harbour', 'Storage (data)', 'Storage (storage)'],
    )
    assert.deepEqual(legend, [{ state: 'held', label: 'minutes, not in a report' }])
  })

  test('of a year without meetings is empty', () => {
    const { rows, legend, summary } = calendarPicture(calendars, '2023', new Places(), words)
    assert.deepEqual([rows, legend, summary], [[], [], 'No meetings.'])
  })

  test('fits every day of every year into its columns', () => {
    const days = ['2024-01-01', '2024-12-31', '2025-12-31'].map(held)
    for (const year of ['2024', '2025']) {
      const { rows, columns } = calendarPicture([calendar('Harbour', 'harbour', days)], year, new Places(), words)
      for (const { column } of rows[0]!.cells) assert.ok(column < columns)
    }
  })
})

describe('attendance as a picture', () => {
  const meetings = ['2025-01-08', '2025-01-15', '2025-02-05'].map((day, at) => {
    return { day, uri: uriOf(day), listed: at !== 1 }
  })
  const people = [
    { name: '@ines', attended: [0, 2] },
    { name: 'Noor', attended: [2] },
  ]

  test('has a row for each person, and no cell where the minutes say nothing', () => {
    const picture = attendancePicture(
      { root, name: 'Harbour', folder: 'harbour', meetings, people },
      '2025',
      new Places(),
      words,
    )
    assert.deepEqual(labels(picture), [
      ['@ines (2)', '@ines, 2025-01-08: took part', '@ines, 2025-02-05: took part'],
      ['Noor (1)', 'Noor, 2025-01-08: did not take part', 'Noor, 2025-02-05: took part'],
    ])
    assert.deepEqual(picture.marks, [
      { column: 0, label: 'Jan' },
      { column: 2, label: 'Feb' },
    ])
    assert.equal(picture.summary, 'Meetings: 3. The minutes of 2 say who took part.')
  })
})

describe('open actions as a picture', () => {
  const start = { line: 4, character: 2 }
  const action = (text: string, days: number, state: ActionEntry['state'] = 'open'): ActionEntry => {
    const place = { location: { uri: uriOf(text), range: { start, end: start } }, day: '2025-01-08' }
    return {
      id: text,
      text,
      owners: ['@ines'],
      team: 'Harbour',
      mine: false,
      state,
      days,
      meetings: 1,
      origin: place,
      last: place,
    }
  }

  test('stand in rows by their age, and open where they were last', () => {
    const places = new Places()
    const actions = [
      action('oil', 7),
      action('ask', 8, 'carried'),
      action('paint', 0),
      action('old', 400),
      action('x', 3, 'done'),
    ]
    const { rows, summary } = actionsPicture(actions, places, words)
    assert.deepEqual(labels({ rows } as Picture), [
      ['Up to 1 week (2)', '@ines: oil – Harbour, open for 7 days', '@ines: paint – Harbour, open for 0 days'],
      ['Up to 2 weeks (1)', '@ines: ask – Harbour, open for 8 days, carried on by later minutes'],
      ['Longer (1)', '@ines: old – Harbour, open for 400 days'],
    ])
    assert.equal(summary, 'Open actions: 4')
    assert.deepEqual(places.at(rows[0]!.cells[0]!.place!), { uri: uriOf('oil'), range: { start, end: start } })
    assert.equal(places.at(99), undefined)
  })

  test('go on in another row where they are many', () => {
    const many = Array.from({ length: 60 }, (_, at) => action(`a${at}`, 2))
    const { rows, columns } = actionsPicture(many, new Places(), words)
    assert.deepEqual(
      rows.map(({ label, cells }) => [label, cells.length]),
      [
        ['Up to 1 week (60)', 53],
        ['', 7],
      ],
    )
    assert.equal(columns, 53)
  })
})

describe('the page', () => {
  test('runs its own script alone, and loads nothing from elsewhere', () => {
    const page = pageOf('https://h/"main.js', 'https://h/a.css', 'https://h', 'n0nce', 'en')
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]
    assert.equal(policy, "default-src 'none'; script-src 'nonce-n0nce'; style-src https://h")
    assert.equal(page.match(/<script/g)!.length, 1)
    assert.ok(page.includes('<script nonce="n0nce" src="https://h/&#34;main.js">'))
  })

  test('has another nonce each time', () => {
    assert.match(newNonce(), /^[0-9a-f]{32}$/)
    assert.notEqual(newNonce(), newNonce())
  })
})
