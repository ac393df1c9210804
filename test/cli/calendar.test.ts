import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { minutes } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

function harbour(t: TestContext, more: Record<string, string> = {}): Folder {
  return new Folder(t, {
    '.minutes.json': '{ "teams": [{ "name": "Team Harbour", "folder": "harbour" }], "reports": ["call"] }',
    'harbour/20250305.md': '# Harbour\n\nParticipants: @ines-berg, @bo, Noor\n',
    'harbour/20250312.md': '# Harbour\n\nParticipants: @ines-berg\n',
    'harbour/20250319.md': '# Harbour\n',
    'harbour/20250402.md': '# Harbour\n\nParticipants: @ines-berg, @bo\n',
    'call/20250313.md': '# Call\n\n## Team Harbour\n\n- Minutes: [harbour](../harbour/20250312.md)\n',
    'call/20250403.md': '# Call\n\n## Team Harbour\n\n- Minutes: none yet\n',
    ...more,
  })
}

describe('minutes calendar', () => {
  test('shows the days of each team, a line for each month', (t) => {
    const { root } = harbour(t)
    assert.deepEqual(minutes(root, 'calendar'), {
      status: 0,
      out: `call
  2025-03  13 held
  2025-04   3 held

Team Harbour (harbour)
  2025-03   5 held      12 reported  19 held      26 missing
  2025-04   2 late

6 meetings, 1 of them reported, 1 late; 1 missing.
`,
      err: '',
    })
  })

  test('calls a team at the root as its repository is called, and tells it from one in a folder of that name', (t) => {
    const { root } = new Folder(t, {
      'ropes/.minutes.json': '{}',
      'ropes/20250305.md': '# 2025-03-05\n\nParticipants: @bo\n\n- AI @bo: oil the crane\n',
      'ropes/ropes/20250312.md': '# 2025-03-12\n',
    })
    const ropes = join(root, 'ropes')
    assert.match(
      minutes(ropes, 'calendar').out,
      /^ropes\n {2}2025-03 {2}12 held\n\nropes \(\.\)\n {2}2025-03 {3}5 held\n/,
    )
    assert.match(minutes(ropes, 'calendar', '--format', 'csv').out, /^ropes,,2025-03-05,/m)
    assert.match(minutes(ropes, 'attendance', '.').out, /^ropes \(\.\): 1 meeting on 2025-03-05\n/)
    assert.match(minutes(ropes, 'attendance', 'nobody').err, /^ {2}ropes\n {2}ropes \(\.\)\n/m)
    assert.match(minutes(ropes, 'actions', '--team', '.').out, /oil the crane/)
  })

  test('takes no team that is called like the repository for the one at the root', (t) => {
    const { root } = new Folder(t, {
      '.minutes.json': '{ "forge": "https://github.com/lighthouse-commons/ropes" }',
      '20250306.md': '# 2025-03-06\n\n## ropes\n\nMinutes: [x](crew/20250305.md)\n',
      '20250313.md': '# 2025-03-13\n\n## ropes\n\nMinutes: [x](crew/20250312.md)\n',
      'crew/20250305.md': '# 2025-03-05\n',
      'crew/20250312.md': '# 2025-03-12\n',
    })
    assert.match(
      minutes(root, 'calendar', 'crew').out,
      /^ropes \(crew\)\n {2}2025-03 {3}5 held {6}12 held\n\n2 meetings/,
    )
  })

  test('shows one team, or a part of the time', (t) => {
    const { root } = harbour(t)
    const shown = (...args: string[]) => minutes(root, 'calendar', ...args).out
    assert.equal(shown('team harbour', '--since', '2025-04-01'), shown('harbour', '--since=2025-04-01'))
    assert.match(
      shown('harbour', '--since', '2025-04-01'),
      /^Team Harbour \(harbour\)\n {2}2025-04 {3}2 late\n\n1 meeting,/,
    )
    assert.match(
      shown('harbour', '--until', '2025-03-05'),
      /^Team Harbour \(harbour\)\n {2}2025-03 {3}5 held\n\n1 meeting,/,
    )
    assert.equal(shown('--until', '2024-12-31'), 'No meetings.\n')
  })

  test('tells spreadsheets the files, and gives them nothing to run', (t) => {
    const { root } = harbour(t, { '=cmd/20250310.md': '# Cmd\n', '-1+1/20250311.md': '# Sum\n' })
    const { out } = minutes(root, 'calendar', '--format', 'csv')
    const [head, ...rows] = out.split('\r\n')
    assert.equal(head, 'team,folder,day,weekday,state,file,report')
    assert.ok(rows.includes('Team Harbour,harbour,2025-03-12,Wed,reported,harbour/20250312.md,call/20250313.md'))
    assert.ok(rows.includes('Team Harbour,harbour,2025-03-26,Wed,missing,,'))
    assert.ok(rows.includes('Team Harbour,harbour,2025-04-02,Wed,late,harbour/20250402.md,call/20250403.md'))
    assert.ok(rows.includes(`"'=cmd","'=cmd",2025-03-10,Mon,held,"'=cmd/20250310.md",`))
    assert.ok(rows.includes(`"'-1+1","'-1+1",2025-03-11,Tue,held,"'-1+1/20250311.md",`))
  })

  test('says what cannot be meant', (t) => {
    const { root } = harbour(t)
    const said = (...args: string[]) => {
      const { status, out, err } = minutes(root, 'calendar', ...args)
      assert.deepEqual([status, out], [2, ''])
      return err
    }
    assert.equal(said('--format', 'scv'), 'There is no format "scv". Did you mean csv?\n')
    assert.match(said('harbor'), /^There is no team "harbor" that has minutes\. Did you mean harbour\?/)
    assert.match(said('harbour', 'call'), /^Name one team, in quotes/)
    assert.match(said('--since', '2025-02-30'), /is no day of the calendar/)
    assert.equal(
      said('--since', '2025-04-01', '--until', '2025-03-01'),
      '2025-03-01 is before 2025-04-01: no day is between them.\n',
    )
  })

  test('a repository without minutes has no meetings', (t) => {
    const { root } = new Folder(t, { 'README.md': '# Nothing\n' })
    assert.deepEqual(minutes(root, 'calendar'), { status: 0, out: 'No meetings.\n', err: '' })
  })
})

describe('minutes attendance', () => {
  test('shows who took part in which meetings', (t) => {
    const { root } = harbour(t)
    assert.deepEqual(minutes(root, 'attendance', 'Team Harbour'), {
      status: 0,
      out: `Team Harbour (harbour): 4 meetings from 2025-03-05 to 2025-04-02

  @ines-berg  3  ■■ ■
  @bo         2  ■· ■
  Noor        1  ■· ·

■ took part, · did not; of 1 meeting the minutes do not say who took part.
`,
      err: '',
    })
  })

  test('takes the team of the current folder, and a part of the time', (t) => {
    const folder = harbour(t)
    const { out } = minutes(folder.at('harbour'), 'attendance', '--until', '2025-03-12', '--since', '2025-03-12')
    assert.equal(
      out,
      `Team Harbour (harbour): 1 meeting on 2025-03-12\n\n  @ines-berg  1  ■\n\n■ took part, · did not.\n`,
    )
    assert.match(
      minutes(folder.root, 'attendance').err,
      /^Name a team\. The teams are, those with the newest minutes first:\n/,
    )
    assert.equal(minutes(folder.root, 'attendance', 'harbour', '--until', '2024-12-31').out, 'No meetings.\n')
  })

  test('gives spreadsheets a row for each person, and nothing to run', (t) => {
    const { root } = harbour(t, {
      'harbour/20250409.md': '# Harbour\n\n## Participants\n\n- [x] Noor "N." Haddad\n- @bo\n',
    })
    const { out } = minutes(root, 'attendance', 'harbour', '--format', 'csv')
    assert.equal(
      out,
      [
        'person,meetings,2025-03-05,2025-03-12,2025-03-19,2025-04-02,2025-04-09',
        'bo,3,1,0,,1,1',
        'ines-berg,3,1,1,,1,0',
        'Noor,1,1,0,,0,0',
        '',
      ].join('\r\n'),
    )
    assert.doesNotMatch(out, /(?:^|,)[=+@\t-]/m)
  })

  test('lets no minutes speak to the terminal', (t) => {
    const { root } = harbour(t, { 'a\u001b[31m/20250305.md': '# A\n\nParticipants: @bo\n' })
    assert.match(minutes(root, 'attendance', 'a\u001b[31m').out, /^a\ufffd\[31m: 1 meeting/)
    assert.match(minutes(root, 'calendar').out, /^a\ufffd\[31m\n/m)
  })

  test('minutes without lists say so', (t) => {
    const { root } = new Folder(t, { 'pier/20250305.md': '# Pier\n', 'pier/20250312.md': '# Pier\n' })
    assert.equal(
      minutes(root, 'attendance').out,
      'pier: 2 meetings from 2025-03-05 to 2025-03-12\n\nNone of the minutes say who took part.\n',
    )
  })
})
