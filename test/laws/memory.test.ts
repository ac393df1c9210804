import assert from 'node:assert/strict'
import test from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { calendarsOf } from '../../server/src/core/authoring/calendar/calendar.ts'
import { ledgerOf } from '../../server/src/core/authoring/ledger/ledger.ts'
import { likelyMeetings, likelyPages } from '../../server/src/core/ide/completion/file-order.ts'
import { findSymbols } from '../../server/src/core/ide/symbols/find-symbols.ts'
import { addDays } from '../../server/src/core/minutes/calendar.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { Repository } from '../../server/src/core/repository/repository.ts'
import { type Summary, summarise } from '../../server/src/core/repository/summary.ts'
import { SummaryPool } from '../../server/src/core/repository/summary-pool.ts'
import { noSettings } from '../../server/src/core/settings/settings.ts'
import { owned } from '../../server/src/core/text/owned.ts'
import { markdownFiles } from './files.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const files = 40
const today = '2025-12-01'
const size = 250_000

interface Said {
  readonly text: (at: number) => string
  readonly kept: (summary: Summary) => unknown
  /** The name of the file, where it is no meeting's. */
  readonly file?: string
}

/** A text for each thing of which a summary keeps a piece, long enough for V8 to make it one of the text. */
const said: Readonly<Record<string, Said>> = {
  heading: { text: (at) => `# A meeting with a long title, number ${at}`, kept: (of) => of.headings[0]?.title },
  'minutes line': {
    text: (at) =>
      `# A\n\nMinutes: https://github.com/lighthouse-commons/minutes/blob/main/storage/${20_250_000 + at}.md`,
    kept: (of) => of.minutesLines[0]?.url,
  },
  anchor: { text: (at) => `<a name="an-anchor-of-its-own-${at}"></a>`, kept: (of) => of.htmlAnchors[0] },
  link: { text: (at) => `[a path](../storage/20250303-of-some-length-${at}.md)`, kept: (of) => of.links[0]?.url },
  'link to a forge': {
    text: (at) => `https://github.com/lighthouse-commons/minutes/blob/main/storage/${20_250_000 + at}.md`,
    kept: (of) => of.forgeLinks[0]?.refAndPath,
  },
  picture: { text: (at) => `<img src="pictures/of-some-length-${at}.png">`, kept: (of) => of.pictures[0]?.url },
  upload: {
    text: (at) => `![](https://pad.lighthouse.example/uploads/upload_0123456789abcdef0123456789abc${100 + at}.png)`,
    kept: (of) => of.uploads[0],
  },
  'relative picture': { text: (at) => `![](pictures/of-some-length-${at}.png)`, kept: (of) => of.relativePictures[0] },
  handle: { text: (at) => `- @somebody-with-a-long-handle-${at}`, kept: (of) => of.handles[0]?.name },
  role: {
    text: (at) => `Minute taker: @somebody-who-writes-it-down-${at}`,
    kept: (of) => of.roles[0]?.handles[0],
  },
  'handle of somebody who took part': {
    text: (at) => `## Participants\n\n- @somebody-who-is-there-${at}`,
    kept: (of) => of.attendance?.handles[0],
  },
  'name of somebody who took part': {
    text: () => '## Participants\n\n- Somebody Presenthere',
    kept: (of) => of.attendance?.names[0],
  },
  'dial-in': { text: (at) => `Dial-in: +44 1632 ${960_100 + at}, passcode 482913`, kept: (of) => of.dialIns[0] },
  'title of an issue': {
    text: (at) => `[ropes#1${at}: Splice the hawser, part ${at}](https://github.com/tides/ropes/issues/1${at})`,
    kept: (of) => of.issues[0]?.title?.text,
  },
  'label of an issue': {
    text: (at) =>
      `[tides-of-some-length-${at}/ropes#12](https://github.com/tides-of-some-length-${at}/ropes/issues/12)`,
    kept: (of) => of.issues[0]?.label?.alias,
  },
  shorthand: { text: (at) => `as in tides-of-some-length-${at}/ropes#12`, kept: (of) => of.shorthands[0]?.alias },
  action: {
    text: (at) => `- AI @somebody-who-promises-a-thing-${at}: write down what a summary holds of an action`,
    kept: (of) => of.actions[0]?.line,
  },
  'name of whom an action is': {
    text: (at) => `- AI: Somebody Withoutahandle${at}: write it down`,
    kept: (of) => of.actions[0]?.name,
  },
  'answer to an action': {
    text: (at) => `- AI @ines: write it down\n  - done by whoever was there, number ${at}`,
    kept: (of) => of.actions[0]?.answer,
  },
  closing: {
    text: (at) => `- Done: @somebody-who-has-done-it-${at} wrote down what a summary holds of a closing`,
    kept: (of) => of.closings[0]?.line,
  },
  'line of a template': {
    text: (at) => `# Minutes of YYYY-MM-DD\n\n- <name of the topic>, which somebody has to replace, ${at}`,
    kept: (of) => of.templateLines[0],
    file: 'template.md',
  },
}

for (const [name, { text, kept, file = '20250305.md' }] of Object.entries(said)) {
  test(`a summary does not hold its text: ${name}`, () => {
    assert.ok(kept(summarise(readMinutes(`0/${file}`, text(0)))), 'the summary has nothing of it')
    const held = heldBy(() =>
      Array.from({ length: files }, (_, at) => summarise(readMinutes(`${at}/${file}`, `${text(at)}\n\n${prose(at)}`))),
    )
    assert.ok(held < (files * size) / 4, `${files} summaries of ${size} characters each hold ${held} bytes`)
  })
}

test('what two minutes say alike is one thing', () => {
  const text = [
    '# Minutes of 2025-03-05',
    '- Ines Berg (@ines-berg)',
    '[ropes#12: Splice the hawser](https://github.com/tides/ropes/issues/12)',
  ].join('\n\n')
  const pool = new SummaryPool()
  const [one, other] = ['call/20250305.md', 'pier/20250305.md'].map((path) =>
    summarise(readMinutes(path, text), {}, pool),
  ) as [Summary, Summary]
  for (const kind of ['headings', 'handles', 'issues'] as const) {
    assert.equal(one[kind].length, 1)
    assert.equal(one[kind][0], other[kind][0], kind)
  }
  assert.equal(one.statedDates, other.statedDates)
  assert.deepEqual(one.statedDates, ['2025-03-05'])
})

test('what many minutes say alike is held once', () => {
  const topics = Array.from({ length: 500 }, (_, at) => `## What the harbour does every week, part ${at}`)
  const text = topics.join('\n\n')
  const summaries = (pool: () => SummaryPool) =>
    Array.from({ length: files }, (_, at) => summarise(readMinutes(`call/${20_250_000 + at}.md`, text), {}, pool()))
  const shared = new SummaryPool()
  const [alike, apart] = [() => shared, () => new SummaryPool()].map((pool) => heldBy(() => summaries(pool))) as [
    number,
    number,
  ]
  assert.ok(alike < apart / 2, `${alike} bytes are held with one pool, ${apart} with a pool each`)
})

const typed = 400_000
const words = 'as somebody types, each key leaves a heading of its own, '

test('a pool forgets what nobody has said for long', () => {
  const pool = new SummaryPool()
  const held = heldBy(() => {
    for (let at = 0; at < typed; at += 1) pool.heading({ title: owned(words + at), anchor: '', depth: 1 })
    return pool
  })
  assert.ok(held < typed * words.length, `${held} bytes are held of ${typed * words.length} characters`)
})

test('a pool holds no long titles, of which somebody who types leaves one with each keystroke', () => {
  const pool = new SummaryPool()
  // So long that some hundred thousand bytes which V8 makes more or less count for nothing.
  const long = words.repeat(200)
  const held = heldBy(() => {
    for (let at = 0; at < 20_000; at += 1) pool.heading({ title: owned(long + at), anchor: '', depth: 1 })
    return pool
  })
  assert.ok(held < long.length * 100, `${held} bytes are held of titles of ${long.length} characters`)
})

test('a piece of a text is forgotten with whoever has it', () => {
  const held = heldBy(() => {
    for (let at = 0; at < typed; at += 1) owned(words + at)
    return true
  })
  assert.ok(held < typed, `${held} bytes are held of ${typed * words.length} characters`)
})

test('what files said before is forgotten, whatever has been asked of them', async () => {
  const folders = ['crane', 'harbour', 'storage']
  const meetings = folders.flatMap((folder) => Array.from({ length: 200 }, (_, at) => `${folder}/${dayAfter(at)}.md`))
  const paths = ['crew.md', ...meetings]
  const repository = new Repository({ ...noSettings, folderName: 'minutes', git: { urls: [], branch: undefined } })
  const read = (path: string, version: number) =>
    readMinutes(
      path,
      [
        '# Crew',
        `## Ropes ${path} ${version}`,
        `- AI @bo: oil crane ${path} in week ${version}`,
        `[The crew](/crew.md), [ropes#${version}](https://github.com/tides/ropes/issues/${version})`,
        ...['harbour', 'storage'].map((team) => `## ${team}\n\nMinutes: [minutes](../${team}/${dayAfter(version)}.md)`),
      ].join('\n\n'),
    )
  const before: WeakRef<Summary>[] = []
  for (const version of [1, 2, 3]) {
    for (const path of paths) {
      const summary = summarise(read(path, version))
      if (version < 3) before.push(new WeakRef(summary))
      repository.set(summary)
    }
    if (version < 3) askAll(repository, read(meetings[0]!, version))
  }
  // What a job has looked at stays until it ends.
  await setImmediate()
  collectGarbage()
  const left = before.filter((summary) => summary.deref()).length
  assert.ok(left <= 100, `${left} of ${before.length}`)
})

/** Asks for all that is made of every file of a repository. */
function askAll(repository: Repository, minutes: Minutes): void {
  const { text } = minutes
  const place = { minutes, repository, offset: text.length, today, hostReadsMarkdown: false }
  assert.ok([...likelyMeetings(place)].length > 500)
  assert.deepEqual(
    [...likelyPages(place)].map(({ path }) => path),
    ['crew.md'],
  )
  assert.ok(findSymbols({ text: 'oil', most: 10, hostReadsMarkdown: false }, repository).length)
  assert.ok(ledgerOf(repository, today).length)
  assert.ok(calendarsOf(repository, today, {}).length)
  assert.ok(repository.backlinks('crew.md').length > 500)
  assert.ok(repository.issues.newest.length)
  assert.ok(repository.isReport('crane/20250101.md'))
}

function dayAfter(days: number): string {
  return addDays('2025-01-01', days).replaceAll('-', '')
}

test('the ends of a span take no more than itself', () => {
  // A single span without an end, or with half a number, makes V8 keep the ends of all of them as objects.
  for (const { path, text } of markdownFiles('test/sample')) {
    readMinutes(path, text)
    readMinutes(path, `${text}\n## Action items\n\n- @ines-berg: order a rope\n`)
  }
  const count = 100_000
  const held = heldBy(() => Array.from({ length: count }, (_, at) => ({ start: at, end: at + 1 })))
  assert.ok(held < count * 60, `${count} spans take ${held} bytes`)
})

function prose(at: number): string {
  const sentence = `The harbour was quiet on day ${at}. `
  return sentence.repeat(size / sentence.length)
}

/** How many bytes of the heap the result of some work takes. */
function heldBy(work: () => unknown): number {
  const before = heldBytes()
  const result = work()
  const held = heldBytes() - before
  assert.ok(result)
  return held
}

function heldBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
