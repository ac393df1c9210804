import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { daysBetween } from '../../server/src/core/minutes/calendar.ts'
import { systemClock } from '../../server/src/node/clock.ts'
import { minutes } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

function harbour(t: TestContext, more: Record<string, string> = {}): Folder {
  return new Folder(t, {
    '.minutes.json': '{ "teams": [{ "name": "Team Harbour", "folder": "harbour" }] }',
    'harbour/20250305.md':
      '# Harbour 2025-03-05\n\n- AI @ines-berg: oil the hooks of the pier\n- AI @bo: paint the crane ✅\n',
    'harbour/20250312.md':
      '# Harbour 2025-03-12\n\n- AI @ines-berg: oil the old hooks of the pier\n- AI @kim, @bo: count gulls\n',
    'pier/20250313.md': '# Pier 2025-03-13\n\n- AI: ask the mayor\n',
    ...more,
  })
}

const days = (day: string) => `${daysBetween(day, systemClock.today())} days`

describe('minutes actions', () => {
  test('lists what was promised, aligned for people', (t) => {
    const { root } = harbour(t)
    const [first, second, third] = ['2025-03-05', '2025-03-12', '2025-03-13'].map(days)
    assert.deepEqual(minutes(root, 'actions'), {
      status: 0,
      out: `Team Harbour (harbour)
  carried  ${first}  @ines-berg  oil the old hooks of the pier  harbour/20250312.md:3
  done     ${' '.repeat(first!.length - 6)}0 days  @bo         paint the crane  harbour/20250305.md:4
  open     ${second}  @kim, @bo   count gulls  harbour/20250312.md:4

pier
  open     ${third}  nobody      ask the mayor  pier/20250313.md:3

4 actions, 3 of them open.
`,
      err: '',
    })
  })

  test('names the repository of each team where there are several', (t) => {
    const harbourIn = (top: string) => ({
      [`${top}/.minutes.json`]: '{}',
      [`${top}/harbour/20250305.md`]: '# 2025-03-05\n\n- AI @bo: count gulls\n',
    })
    const folder = new Folder(t, { ...harbourIn('two/r1'), ...harbourIn('two/r2') })
    const headings = (cwd: string, ...args: string[]) => minutes(cwd, 'actions', ...args).out.match(/^harbour.*$/gm)
    assert.deepEqual(headings(folder.root, 'two/r1', 'two/r2'), ['harbour in two/r1', 'harbour in two/r2'])
    assert.deepEqual(headings(folder.at('two/r1'), '.', '../r2'), ['harbour in .', 'harbour in ../r2'])
    assert.deepEqual(headings(folder.root, 'two/r1'), ['harbour'])
  })

  test('tells teams of one name apart by their folders, and keeps one together that has moved', (t) => {
    const { root } = new Folder(t, {
      '.minutes.json':
        '{ "teams": [{ "name": "Crane", "folder": [{ "path": "old", "until": "2025-03-10" }, { "path": "new" }] }] }',
      'old/20250305.md': '# 2025-03-05\n\n- AI @bo: count gulls\n',
      'pier/crew/20250306.md': '# 2025-03-06\n\n- AI @bo: oil it\n',
      'quay/crew/20250307.md': '# 2025-03-07\n\n- AI @bo: buy ropes\n',
      'new/20250312.md': '# 2025-03-12\n\n- AI @bo: call Noor\n',
    })
    const titlesAndPlaces = minutes(root, 'actions').out.match(/^\S.*\)$|\S+:3$/gm)
    assert.deepEqual(titlesAndPlaces, [
      'Crane (new)',
      'old/20250305.md:3',
      'new/20250312.md:3',
      'crew (pier/crew)',
      'pier/crew/20250306.md:3',
      'crew (quay/crew)',
      'quay/crew/20250307.md:3',
    ])
    assert.match(minutes(root, 'attendance', 'pier/crew').out, /^crew \(pier\/crew\): 1 meeting/)
    assert.match(minutes(root, 'attendance', 'old').out, /^Crane \(new\): 2 meetings/)
    assert.match(
      minutes(root, 'actions', '--team', 'x').err,
      /^There is no team "x"\. The teams are, those with the newest minutes first:\n {2}Crane \(new\)\n {2}crew \(quay\/crew\)\n {2}crew \(pier\/crew\)\n$/,
    )
  })

  test('leaves out what nobody wants to see', (t) => {
    const { root } = harbour(t)
    const texts = (...args: string[]) =>
      JSON.parse(minutes(root, 'actions', '--format', 'json', ...args).out).actions.map(
        ({ text }: { text: string }) => text,
      )
    assert.deepEqual(texts('--owner', '@BO'), ['paint the crane', 'count gulls'])
    assert.deepEqual(texts('--owner', 'bo', '--open'), ['count gulls'])
    assert.deepEqual(texts('--team', 'pier'), ['ask the mayor'])
    assert.deepEqual(texts('--team', 'team harbour', '--open'), ['oil the old hooks of the pier', 'count gulls'])
    assert.deepEqual(texts('pier'), ['ask the mayor'])
    assert.equal(minutes(root, 'actions', '--owner', 'bo', '--team', 'pier').out, 'No actions.\n')
  })

  test('knows people by their names, and those who promised nothing', (t) => {
    const people = '"people": [{ "handle": "bo", "name": "Bo Linde" }, { "handle": "mo" }]'
    const { root } = harbour(t, {
      '.minutes.json': `{ "teams": [{ "name": "Team Harbour", "folder": "harbour" }], ${people} }`,
      'gulls/20250313.md': '# Gulls 2025-03-13\n\n- @zoe Zoe Larsen counts\n',
    })
    const nothing = { status: 0, out: 'No actions.\n', err: '' }
    for (const owner of ['zoe', '@Zoe', 'mo']) assert.deepEqual(minutes(root, 'actions', '--owner', owner), nothing)
    assert.deepEqual(minutes(root, 'actions', '--team', 'gulls'), nothing)
    assert.deepEqual(minutes(root, 'actions', 'gulls', '--owner', 'ines-berg', '--team', 'Team Harbour'), nothing)
    assert.match(minutes(root, 'actions', '--owner', 'Bo Linde', '--open').out, /count gulls/)
  })

  test('tells programs where an action was promised, and where it was last', (t) => {
    const { root } = harbour(t)
    const { version, actions } = JSON.parse(minutes(root, 'actions', '--format', 'json', '--owner', 'ines-berg').out)
    assert.equal(version, 1)
    assert.equal(actions.length, 1)
    const { id, days: _, ...action } = actions[0]
    assert.match(id, /^2025-03-05-\w+-\w+$/)
    assert.deepEqual(action, {
      state: 'carried',
      owners: ['@ines-berg'],
      text: 'oil the old hooks of the pier',
      team: 'Team Harbour',
      meetings: 2,
      origin: { file: 'harbour/20250305.md', line: 3, date: '2025-03-05' },
      last: { file: 'harbour/20250312.md', line: 3, date: '2025-03-12' },
    })
  })

  test('gives spreadsheets nothing to run', (t) => {
    const { root } = harbour(t, {
      'pier/20250320.md':
        '# Pier 2025-03-20\n\n- AI @bo: =HYPERLINK("http://evil","x"), please\n- AI @bo: @sum of it\n',
    })
    const { out } = minutes(root, 'actions', '--format', 'csv', '--team', 'pier')
    const [head, first, second, third] = out.split('\r\n')
    assert.equal(head, 'state,owners,action,team,days,promised,file,line,last,last file,last line')
    assert.match(first!, /^open,,ask the mayor,pier,[0-9]+,2025-03-13,pier\/20250313\.md,3,/)
    assert.match(second!, /^open,bo,"'=HYPERLINK\(""http:\/\/evil"",""x""\), please",pier,/)
    assert.match(third!, /^open,bo,"'@sum of it",pier,/)
  })

  test('gives calendars to-dos that stay the same while they are carried', (t) => {
    const folder = harbour(t)
    const uids = () =>
      [...minutes(folder.root, 'actions', '--format', 'ics').out.matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid)
    const before = uids()
    assert.equal(new Set(before).size, 4)
    folder.write('harbour/20250319.md', '# Harbour 2025-03-19\n\n- AI @ines-berg: oil the old hooks of the pier\n')
    assert.deepEqual(uids(), before)
  })

  test('lets no minutes speak to the terminal', (t) => {
    const { root } = harbour(t, {
      'pier/20250320.md': '# Pier 2025-03-20\n\n- AI @bo: count \u001b[31mred\u0007 gulls\n',
    })
    const { out } = minutes(root, 'actions', '--owner', 'bo', '--team', 'pier')
    assert.match(out, /count \ufffd\[31mred\ufffd gulls/)
  })

  test('says what cannot be meant', (t) => {
    const { root } = harbour(t)
    const said = (...args: string[]) => {
      const { status, out, err } = minutes(root, 'actions', ...args)
      assert.deepEqual([status, out], [2, ''])
      return err
    }
    assert.equal(said('--format', 'cvs'), 'There is no format "cvs". Did you mean csv?\n')
    assert.equal(said('--team', 'Team Harbor'), 'There is no team "Team Harbor". Did you mean Team Harbour?\n')
    assert.equal(said('--owner', '@ines-brg'), 'There is no "@ines-brg". Did you mean @ines-berg?\n')
    const without = minutes(new Folder(t, { '.minutes.json': '{}' }).root, 'actions', '--team', 'x')
    assert.deepEqual([without.status, without.err.startsWith('There are no minutes here. ')], [2, true], without.err)
    assert.match(said('--nobody'), /^There is no option --nobody\./)
    assert.match(said('nowhere'), /^There is no file or folder nowhere\./)
  })

  test('a repository without minutes has none', (t) => {
    const { root } = new Folder(t, { 'README.md': '# Nothing\n' })
    assert.deepEqual(minutes(root, 'actions', '--open'), { status: 0, out: 'No actions.\n', err: '' })
  })
})
