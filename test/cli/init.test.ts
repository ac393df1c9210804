import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { findingsIn, minutes } from '../support/command.ts'
import { Folder, smallRepository, urlOf } from '../support/folder.ts'

const settings = {
  forge: 'https://github.com/harbour/minutes',
  branch: 'main',
  reports: ['call'],
  teams: [{ name: 'Team Crane', folder: 'crane' }],
}

/** The small repository, of which nobody has said anything yet. */
function untold(): Record<string, string> {
  const { '.minutes.json': _, ...files } = smallRepository(`Minutes: ${urlOf('crane/20250312.md')}`)
  const other = `# Storage 2025-03-05\n\n[Ropes](${urlOf('crane/20250305.md')})\n`
  const section = `\n### Team Storage\n\nMinutes: ${urlOf('storage/20250305.md')}\n`
  return { ...files, 'storage/20250305.md': other, 'call/20250306.md': files['call/20250306.md'] + section }
}

describe('minutes init', () => {
  test('writes down what the minutes tell, and prints where', (t) => {
    const folder = new Folder(t, untold())
    assert.deepEqual(minutes(folder.root, 'init'), { status: 0, out: '.minutes.json\n', err: '' })
    const teams = [...settings.teams, { name: 'Team Storage', folder: 'storage' }]
    assert.deepEqual(JSON.parse(folder.read('.minutes.json')), { ...settings, teams })
    assert.deepEqual(findingsIn(folder.root).findings, [])
  })

  test('prints it, and writes nothing', (t) => {
    const folder = new Folder(t, untold())
    assert.equal(JSON.parse(minutes(folder.root, 'init', '--print').out).forge, settings.forge)
    assert.throws(() => folder.read('.minutes.json'))
  })

  test('writes what it can read again of reports at the root, and no name that nobody gave', (t) => {
    const report = `# 2025-03-06\n\n## Crane\n\nMinutes: [x](crane/20250305.md)\n\n## Oil\n\nMinutes: [x](oil/20250305.md)\n`
    const team = '# Oil and Grease 2025-03-05\n'
    const folder = new Folder(t, { '20250306.md': report, 'crane/20250305.md': team, 'oil/20250305.md': team })
    assert.equal(minutes(folder.root, 'init').status, 0)
    const written = JSON.parse(folder.read('.minutes.json'))
    assert.deepEqual(written, {
      reports: ['.'],
      teams: [
        { name: 'Crane', folder: 'crane' },
        { name: 'Oil', folder: 'oil' },
      ],
    })
    assert.deepEqual(findingsIn(folder.root).findings, [])
    const alone = new Folder(t, { '20250305.md': team })
    assert.equal(minutes(alone.root, 'init').status, 1)
  })

  test('has nothing to say of an empty folder', (t) => {
    const folder = new Folder(t, { 'README.md': '# Here will be minutes\n' })
    for (const args of [[], ['--print']]) {
      const { status, out, err } = minutes(folder.root, 'init', ...args)
      assert.deepEqual({ status, out }, { status: 1, out: '' })
      assert.match(err, /^minutes: there is nothing to write down yet\./)
    }
    assert.deepEqual(readdirSync(folder.root), ['README.md'])
  })

  test('never touches settings that are there', (t) => {
    const folder = new Folder(t, { '.minutes.json': '{ "branch": "trunk" }' })
    for (const args of [[], ['--print']]) {
      const { status, out, err } = minutes(folder.root, 'init', ...args)
      assert.deepEqual({ status, out }, { status: 1, out: '' })
      assert.equal(err, 'minutes: .minutes.json is there already, and stays as it is.\n')
    }
    assert.equal(folder.read('.minutes.json'), '{ "branch": "trunk" }')
  })

  test('says what is wrong', (t) => {
    const folder = new Folder(t, {})
    assert.match(minutes(folder.root, 'init', 'x').err, /^Go to the repository's folder: "init" takes no path\./)
    assert.match(minutes(folder.root, 'init', '--help').out, /^Usage: minutes init /)
  })
})
