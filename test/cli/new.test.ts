import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { minutes } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

const files = {
  '.minutes.json': '{ "teams": [{ "name": "Team Harbour", "folder": "harbour", "aliases": ["Boats"] }] }',
  'harbour/20250305.md': '# Harbour 2025-03-05\n\n## Participants\n\n- @ines-berg\n\n## Agenda\n\n### Ropes\n',
  'harbour/20250312.md':
    '# Harbour 2025-03-12\n\n## Participants\n\n- @ines-berg\n\n## Agenda\n\n- AI @ines-berg: oil it\n',
  'storage/20250310.md': '# Storage 2025-03-10\n',
}
const made = '# Harbour 2025-03-19\n\n## Participants\n\n- @ines-berg\n\n## Agenda\n\n- AI @ines-berg: oil it\n'

describe('minutes new', () => {
  test('writes the minutes of the day, and prints their path', (t) => {
    const folder = new Folder(t, files)
    const outcome = minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19')
    assert.deepEqual(outcome, { status: 0, out: 'harbour/20250319.md\n', err: '' })
    assert.equal(folder.read('harbour/20250319.md'), made)
  })

  test('tells how many older actions are open, which the last minutes no longer have', (t) => {
    const old = {
      'harbour/20250219.md':
        '# Harbour 2025-02-19\n\n- AI @ines-berg: count the gulls\n- AI @ines-berg: paint the crane\n- AI: who likes\n',
      'harbour/20250226.md': '# Harbour 2025-02-26\n\n- Done: gulls are counted\n',
    }
    const folder = new Folder(t, { ...files, ...old })
    const outcome = minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19')
    const told =
      'minutes: 1 older action is open too, which the last minutes no longer have. "minutes actions --open --team harbour" lists them.\n'
    assert.deepEqual(outcome, { status: 0, out: 'harbour/20250319.md\n', err: told })
  })

  test('knows a team by its name, as others call it, and by the folder that one is in', (t) => {
    const folder = new Folder(t, files)
    for (const name of ['Team Harbour', 'team harbour', 'Boats', 'harbour/']) {
      assert.deepEqual(minutes(folder.root, 'new', name, '--date=2025-03-19', '--print').out, made, name)
    }
    const inside = minutes(folder.at('harbour'), 'new', '--date=2025-03-19')
    assert.deepEqual(inside, { status: 0, out: '20250319.md\n', err: '' })
    for (const path of ['../harbour', '../storage/../harbour/', folder.at('harbour')]) {
      assert.equal(minutes(folder.at('storage'), 'new', path, '--date=2025-03-18', '--print').status, 0, path)
    }
  })

  test('makes those of the next meeting where no day is named', (t) => {
    const folder = new Folder(t, files)
    const { status, out } = minutes(folder.root, 'new', 'storage')
    assert.equal(status, 0)
    assert.match(out, /^storage\/[0-9]{8}\.md\n$/)
    assert.match(folder.read(out.trim()), /^# Storage [0-9]{4}-[0-9]{2}-[0-9]{2}\n/)
  })

  test('says that it makes the ones after the next where those are there', (t) => {
    const folder = new Folder(t, files)
    const [first, second] = [minutes(folder.root, 'new', 'storage'), minutes(folder.root, 'new', 'storage')]
    assert.equal(first.err, '')
    const [day, next] = [first, second].map(({ out }) => out.replace(/^storage\/(....)(..)(..)\.md\n$/, '$1-$2-$3'))
    assert.equal(second.err, `minutes: the minutes of ${day} exist already; these are the next, of ${next}.\n`)
  })

  test('makes them where the team has its minutes now', (t) => {
    const moved = `{ "teams": [{ "name": "Team Harbour", "folder": [{ "path": "pier", "until": "2025-03-09" }, { "path": "harbour" }] }] }`
    const old = { '.minutes.json': moved, 'pier/20250226.md': '# Harbour 2025-02-26\n' }
    const folder = new Folder(t, { ...files, ...old })
    const run = (...args: string[]) => minutes(folder.root, 'new', ...args)
    assert.equal(run('Team Harbour', '--date=2025-03-19').out, 'harbour/20250319.md\n')
    assert.match(
      run().err,
      /^Name a team\. The teams are, those with the newest minutes first:\n {2}Team Harbour \(harbour\)\n {2}storage\n$/,
    )
    const { status, err } = run('pier', '--date=2025-03-26')
    assert.equal(status, 1)
    assert.equal(
      err,
      'minutes: Make them in harbour: the minutes of Team Harbour stand there on 2025-03-26, and no longer in pier, as .minutes.json says.\n',
    )
    assert.equal(run('pier', '--date=2025-03-05').out, 'pier/20250305.md\n')
    const first = new Folder(t, old)
    assert.match(
      minutes(first.root, 'new', 'Team Harbour').err,
      /^minutes: Write the first ones by hand in harbour: the minutes of Team Harbour stand there/,
    )
  })

  test('leaves reports to their own command', (t) => {
    const folder = new Folder(t, { ...files, '.minutes.json': '{ "reports": ["harbour"] }' })
    const told = `The minutes in harbour report on other teams. "minutes draft harbour" makes the next ones, with a section on each team.\n`
    assert.deepEqual(minutes(folder.root, 'new', 'harbour'), { status: 2, out: '', err: told })
    assert.deepEqual(minutes(folder.at('harbour'), 'new'), { status: 2, out: '', err: told })
  })

  test('prints them, and writes nothing', (t) => {
    const folder = new Folder(t, files)
    assert.equal(minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19', '--print').out, made)
    assert.throws(() => folder.read('harbour/20250319.md'))
  })

  test('never writes over a file', (t) => {
    const folder = new Folder(t, { ...files, 'harbour/20250319.md': 'Do not touch\n' })
    const { status, out, err } = minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19')
    assert.deepEqual({ status, out }, { status: 1, out: '' })
    assert.equal(err, 'minutes: The minutes of 2025-03-19 are there already: harbour/20250319.md.\n')
    assert.equal(folder.read('harbour/20250319.md'), 'Do not touch\n')
  })

  test('nor where it cannot', { skip: process.getuid?.() === 0 && 'root may write anywhere' }, (t) => {
    const folder = new Folder(t, files)
    chmodSync(folder.at('harbour'), 0o555)
    t.after(() => chmodSync(folder.at('harbour'), 0o755))
    const { status, err } = minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19')
    assert.deepEqual(
      { status, err },
      {
        status: 1,
        err: 'minutes: harbour/20250319.md is not written: the folder is write-protected. Make it writable.\n',
      },
    )
  })

  test('leaves what is in the way, whatever it is', (t) => {
    const folder = new Folder(t, { ...files, '2025/03-05.md': '# Team 2025-03-05\n', '2026': 'A file\n' })
    const { status, out, err } = minutes(folder.root, 'new', '', '--date', '2026-01-07')
    assert.deepEqual({ status, out }, { status: 1, out: '' })
    assert.match(err, /^minutes: 2026\/01-07\.md is not written: /)
    mkdirSync(folder.at('harbour/20250319.md'))
    writeFileSync(folder.at('harbour/20250319.md/x'), '')
    assert.match(minutes(folder.root, 'new', 'harbour', '--date', '2025-03-19').err, /there already/)
  })

  test('says what is wrong', (t) => {
    const folder = new Folder(t, files)
    const fails = (expected: RegExp, ...args: string[]) => {
      const { status, out, err } = minutes(folder.root, 'new', ...args)
      assert.deepEqual({ status, out }, { status: 2, out: '' })
      assert.match(err, expected)
    }
    fails(
      /^Name a team\. The teams are, those with the newest minutes first:\n {2}Team Harbour \(harbour\)\n {2}storage\n$/,
    )
    fails(/^There is no team "harbor" that has minutes\. Did you mean harbour\?\n$/, 'harbor')
    fails(/^Name one team, in quotes/, 'Team', 'Harbour')
    fails(
      /^"2025-02-30" is no day of the calendar\. Write it as YYYY-MM-DD, such as 2025-03-12\.\n$/,
      'harbour',
      '--date',
      '2025-02-30',
    )
    fails(/^There is no option --day\./, 'harbour', '--day', '2025-03-19')
    for (const args of [[], ['Foo']])
      assert.match(
        minutes(new Folder(t).root, 'new', ...args).err,
        /^There are no minutes here\..*harbour\/2025-03-12\.md\.\n$/,
      )
    assert.match(
      minutes(folder.root, 'new', 'harbour', '--date', '2024-01-01').err,
      /no minutes in harbour before 2024-01-01/,
    )
    assert.match(minutes(folder.root, 'new', 'harbour', '--date', '2999-01-01').err, /far in the future/)
    assert.match(minutes('.', 'new', '--help').out, /^Usage: minutes new/)
  })
})
