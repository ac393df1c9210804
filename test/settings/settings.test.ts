import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import { readWorkspace } from '../cases/stage.ts'

const platform = ['platform/20250305.md', '# Team Platform 2025-03-05\n'] as const

/** The mistakes in a text of `.minutes.json`, each as the place that it is told at, and the message. */
function mistakesIn(text: string): [place: string, message: string][] {
  return mistakes(text).map(({ span, message }) => [text.slice(span.start, span.end), message])
}

function mistakes(text: string) {
  return readWorkspace([platform, [settingsFile, text]]).checkSettings()
}

/** The severities of the findings in a file with a wrong date, under these settings. */
function severities(text: string): string[] {
  const path = 'platform/20250312.md'
  const workspace = readWorkspace([platform, [path, '# Team Platform 2025-03-06\n'], [settingsFile, text]])
  return workspace.check(workspace.minutes(path)!).map(({ rule, severity }) => `${rule} ${severity}`)
}

describe('mistakes in .minutes.json', () => {
  test('none in what the documentation shows', () => {
    const text = `{
      // Comments and trailing commas are allowed.
      "$schema": "./minutes.schema.json",
      "forge": "https://github.com/lighthouse-commons/minutes.git",
      "branch": "main",
      "reports": ["platform"],
      "teams": [
        { "name": "Team Platform", "folder": "./platform/", "aliases": ["Engine Room"] },
        { "name": "Team Ops", "folder": [{ "path": "platform", "until": "2025-02-01" }, { "path": "platform" }] },
      ],
      /* All of this may be missing. */
      "issues": { "": "crew/board", "charts": "crew/charts", "tides/charts": "https://gitlab.com/tides/inner/charts/" },
      "ignore": ["archive/**"],
      "rules": { "date-mismatch": "error", "stale-minutes-line": { "severity": "hint", "days": 14 }, },
    }`
    assert.deepEqual(mistakesIn(text), [])
  })

  test('none in an empty file, and none without a file', () => {
    assert.deepEqual(mistakesIn(''), [])
    assert.deepEqual(mistakesIn('{}'), [])
    assert.deepEqual(readWorkspace([platform]).checkSettings(), [])
  })

  test('are warnings of a name of their own', () => {
    const [mistake] = mistakes('{ "team": [] }')
    assert.equal(mistake?.rule, 'invalid-settings')
    assert.equal(mistake?.severity, 'warning')
  })
})

describe('a text that is not JSON', () => {
  test('is told at its place, and read as far as it can be', () => {
    const text = '{ "rules": { "date-mismatch": "error" } "branch": "main" }'
    const [[place, message]] = mistakesIn(text) as [[string, string]]
    assert.equal(place, '"branch"')
    assert.match(message, /^This is not JSON: a comma is missing before this\. /)
    assert.deepEqual(severities(text), ['date-mismatch error'])
  })

  test('may stop in the middle', () => {
    const text = '{ "rules": { "date-mismatch": "error"'
    assert.match(mistakesIn(text).at(-1)![1], /^This is not JSON: a closing brace is missing/)
    assert.deepEqual(severities(text), ['date-mismatch error'])
  })

  test('may be prose', () => {
    const found = mistakesIn('reports: call')
    assert.ok(found.length > 0)
    for (const [, message] of found) assert.match(message, /^(?:This is not JSON|The settings are an object)/)
  })

  test('may be another value', () => {
    assert.deepEqual(mistakesIn('["platform"]'), [
      [
        '["platform"]',
        'The settings are an object. Write them between braces, such as { "reports": ["community-call"] }.',
      ],
    ])
  })
})

describe('a key that does not exist', () => {
  test('at the top', () => {
    assert.deepEqual(mistakesIn('{ "team": [] }'), [['"team"', 'There is no setting "team". Did you mean teams?']])
  })

  test('in a team', () => {
    assert.deepEqual(mistakesIn('{ "teams": [{ "name": "Team Platform", "folder": "platform", "alias": "Crew" }] }'), [
      ['"alias"', 'A team has no setting "alias". It has name, folder, aliases.'],
    ])
  })

  test('a rule', () => {
    const [[place, message]] = mistakesIn('{ "rules": { "stale-line": "off" } }') as [[string, string]]
    assert.equal(place, '"stale-line"')
    assert.match(message, /^There is no rule "stale-line"\. The rules are .*\bstale-minutes-line\b/)
  })

  test('an option of a rule', () => {
    assert.deepEqual(mistakesIn('{ "rules": { "stale-minutes-line": { "day": 3 } } }'), [
      ['"day"', 'The rule "stale-minutes-line" has no option "day". Did you mean days?'],
    ])
    assert.deepEqual(mistakesIn('{ "rules": { "date-mismatch": { "days": 3 } } }'), [
      ['"days"', 'The rule "date-mismatch" has no option "days". It has severity.'],
    ])
  })
})

describe('a value of the wrong kind', () => {
  const cases: [text: string, place: string, message: RegExp][] = [
    ['{ "forge": 1 }', '1', /^The forge is a URL, such as "https:/],
    ['{ "forge": "github.com/crew/minutes" }', '"github.com/crew/minutes"', /^Write the URL of the repository/],
    ['{ "branch": "" }', '""', /^The branch is empty\. /],
    ['{ "reports": "call" }', '"call"', /^Write the folders as a list: \["community-call"\]\.$/],
    ['{ "reports": ["platform", 2] }', '2', /^A folder is a text/],
    ['{ "reports": [""] }', '""', /^The folder is empty\. Name a folder/],
    ['{ "teams": {} }', '{}', /^Write the teams as a list/],
    ['{ "teams": ["platform"] }', '"platform"', /^A team is an object/],
    ['{ "teams": [{ "folder": "platform" }] }', '{ "folder": "platform" }', /^"name" is missing\. /],
    ['{ "teams": [{ "name": "Team Platform" }] }', '{ "name": "Team Platform" }', /^"folder" is missing\. /],
    ['{ "teams": [{ "name": "", "folder": "platform" }] }', '""', /^The name is empty\. /],
    ['{ "teams": [{ "name": "Crew", "folder": 3 }] }', '3', /^A folder, such as "harbour", or a list such as/],
    ['{ "teams": [{ "name": "Crew", "folder": "platform", "aliases": "C" }] }', '"C"', /^Write the aliases as a list/],
    ['{ "issues": "crew/charts" }', '"crew/charts"', /^Write the aliases as an object: \{ "standards"/],
    ['{ "issues": ["crew/charts"] }', '"issues"', /^An alias is what stands before the number/],
    ['{ "issues": { "charts": 3 } }', '3', /^The repository of an alias is a text/],
    ['{ "issues": { "charts": "charts" } }', '"charts"', /^Write the repository as "OWNER\/REPOSITORY"/],
    ['{ "issues": { "charts": "https://example.org" } }', '"https://example.org"', /^Write the repository as/],
    ['{ "issues": { "charts#": "crew/charts" } }', '"charts#"', /^An alias is what stands before the number/],
    ['{ "issues": { "charts/": "crew/charts" } }', '"charts/"', /^An alias is what stands before the number/],
    ['{ "ignore": "archive/**" }', '"archive/**"', /^Write the patterns as a list/],
    ['{ "rules": "off" }', '"off"', /^Write the rules as an object/],
    ['{ "rules": { "date-mismatch": "loud" } }', '"loud"', /^Write "off", a severity \("error"/],
    ['{ "rules": { "date-mismatch": true } }', 'true', /^Write "off", a severity \("error"/],
    ['{ "rules": { "stale-minutes-line": { "days": "ten" } } }', '"ten"', /^"days" is a number, such as 10\.$/],
    ['{ "rules": { "stale-minutes-line": { "days": 0 } } }', '0', /^"days" is at least 1\.$/],
    ['{ "rules": { "stale-minutes-line": { "days": 1.5 } } }', '1.5', /^"days" is a whole number\.$/],
  ]
  for (const [text, place, message] of cases) {
    test(text, () => {
      const found = mistakesIn(text)
      assert.equal(found.length, 1, JSON.stringify(found))
      assert.equal(found[0]![0], place)
      assert.match(found[0]![1], message)
    })
  }

  test('a day that the calendar has not', () => {
    const text = '{ "teams": [{ "name": "Crew", "folder": [{ "path": "platform", "until": "2025-02-30" }] }] }'
    assert.deepEqual(mistakesIn(text), [['"2025-02-30"', 'This is no day of the calendar. Write it as "2023-02-01".']])
  })
})

describe('a name of two teams', () => {
  const teams = (...all: readonly object[]) => mistakesIn(JSON.stringify({ teams: all }))

  test('is told at the second one', () => {
    const [first, second, ...others] = teams(
      { name: 'Team Deck', folder: 'platform' },
      { name: 'team deck', folder: 'platform' },
      { name: 'Ops', folder: 'platform', aliases: ['Crew', 'Team Deck'] },
    )
    assert.equal(first?.[0], '"team deck"')
    assert.match(first![1], /^Another team is called "team deck" already, .* give the first one a list of folders: /)
    assert.equal(second?.[0], '"Team Deck"')
    assert.deepEqual(others, [])
  })

  test('is none where one team has it twice', () => {
    assert.deepEqual(teams({ name: 'Team Deck', folder: 'platform', aliases: ['team deck', 'Deck'] }), [])
  })
})

describe('a pattern that fits no file', () => {
  const message = 'This pattern fits no file, because it is compared with whole paths. Write "platform/**".'

  test('is the name of a folder, or begins with a slash', () => {
    for (const pattern of ['platform', 'platform/', '/platform/**', '/platform'])
      assert.deepEqual(mistakesIn(`{ "ignore": ["${pattern}"] }`), [[`"${pattern}"`, message]])
  })

  test('may be for files that are yet to come', () => {
    assert.deepEqual(mistakesIn('{ "ignore": ["_site/**", "platform/*", "drafts.md", "platform/**"] }'), [])
  })
})

describe('a folder that does not exist', () => {
  test('of reports', () => {
    assert.deepEqual(mistakesIn('{ "reports": ["platform", "call"] }'), [
      ['"call"', 'The repository has no folder "call". Name one that is there, relative to the folder of this file.'],
    ])
  })

  test('of a team', () => {
    const text =
      '{ "teams": [{ "name": "Crew", "folder": "crew" }, { "name": "Team Platform", "folder": "platform" }] }'
    assert.deepEqual(
      mistakesIn(text).map(([place]) => place),
      ['"crew"'],
    )
  })

  test('of a team whose folder changes', () => {
    const text =
      '{ "teams": [{ "name": "Crew", "folder": [{ "path": "crew", "until": "2025-02-01" }, { "path": "platform" }] }] }'
    assert.deepEqual(
      mistakesIn(text).map(([place]) => place),
      ['"crew"'],
    )
    const one = '{ "teams": [{ "name": "Crew", "folder": [{ "path": "crew" }] }] }'
    assert.deepEqual(
      mistakesIn(one).map(([place]) => place),
      ['"crew"'],
    )
  })

  test('is told by no schema, so that an editor shows it although it knows the schema', () => {
    assert.deepEqual(
      mistakes('{ "reports": ["call"], "team": 1 }').map(({ inSchema }) => inSchema),
      [false, true],
    )
  })
})

describe('a mistake leaves the rest in force', () => {
  test('in another key', () => {
    assert.deepEqual(severities('{ "teams": 3, "rules": { "date-mismatch": "error" } }'), ['date-mismatch error'])
  })

  test('in another rule', () => {
    assert.deepEqual(severities('{ "rules": { "copied-minutes": "loud", "date-mismatch": "error" } }'), [
      'date-mismatch error',
    ])
    assert.deepEqual(severities('{ "rules": { "no-such-rule": "off", "date-mismatch": "off" } }'), [])
  })

  test('in an option of the same rule', () => {
    assert.deepEqual(severities('{ "rules": { "date-mismatch": { "severity": "hint", "days": 3 } } }'), [
      'date-mismatch hint',
    ])
  })

  test('in another team', () => {
    const call = ['call/20250306.md', '# Call 2025-03-06\n\n## Engine Room\n\nMinutes: none yet\n'] as const
    const text = `{ "forge": "https://github.com/lighthouse-commons/minutes", "reports": ["call"], "teams": [
      { "name": "Team Harbour" }, { "name": "Engine Room", "folder": "platform" }] }`
    const workspace = readWorkspace([platform, call, [settingsFile, text]])
    assert.equal(workspace.check(workspace.minutes(call[0])!).length, 1)
  })
})

test('mistakes are told in the order of their places', () => {
  const places = mistakes('{ "rules": { "x": "off" }, "reports": ["call"], "team": 1, "branch": "" }').map(
    ({ span }) => span.start,
  )
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  )
  assert.equal(places.length, 4)
})
