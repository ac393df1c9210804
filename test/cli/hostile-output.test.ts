import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { minutes } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

const spoken = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e'
/** A name that speaks to a terminal, and to CI where it begins a line. */
const name = `::error::${spoken}x\r\n::stop-commands::y`
/** As file systems take it: they know no slash in a name, and this one is short enough for all. */
const folderName = '::add-mask::\u001b[31m\n::x'

const files = {
  '.minutes.json': JSON.stringify({
    forge: `https://github.com/a/b`,
    reports: ['call'],
    teams: [
      { name, folder: folderName },
      { name: `${name}2`, folder: 'crane' },
    ],
    issues: { [name]: 'a/b', x: spoken },
    rules: { [name]: 'off', 'vanished-action': name },
    ignore: [name, '/\u001b[31m'],
  }),
  [`${folderName}/2025-03-05.md`]: minutesOf('2025-03-04'),
  [`${folderName}/2025-03-12-::error::\n\u001b[31m.md`]: minutesOf('2025-03-11'),
  'crane/20250312.md': minutesOf('2025-03-05'),
  'crane/20250399-::error::\u001b[31m.md': '',
  '::error::.md': `[a](\u001b[31m.md) [b](${encodeURIComponent(folderName)}.md)\n`,
  'call/20250313.md': `# Call 2025-03-14\n\n## ${spoken}\n\nMinutes:\n\n## Crane\n\nMinutes: https://github.com/a/b/blob/main/${spoken}.md\n`,
}

const commands = [
  ...['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
  ...['text', 'json', 'csv', 'ics'].map((format) => ['actions', '--format', format]),
  ['actions', '--team', 'no team'],
  ['actions', '--owner', 'nobody'],
  ['calendar'],
  ['calendar', '--format', 'csv'],
  ['calendar', 'no team'],
  ['attendance', 'crane'],
  ['attendance', folderName],
  ['attendance', 'crane', '--format', 'csv'],
  ['attendance', 'no team'],
  ['attendance'],
  ['new', 'no team'],
  ['new', folderName, '--date', '2025-03-19'],
  ['draft', 'no series'],
  ['draft', 'call', '--date', '2025-03-20'],
  ['save-images', '::error::.md', 'crane'],
  ['check', '--rule', 'no-rule'],
  ['check', folderName],
  ['check', '--fix'],
]

describe('what minutes say to a terminal, or to CI, it does not hear', () => {
  for (const command of commands) {
    test(`minutes ${JSON.stringify(command.join(' '))}`, (t) => {
      const { root } = new Folder(t, files)
      const { status, out, err } = minutes(root, ...command)
      assert.ok(status !== null && status <= 2, err)
      assert.ok(out || err, 'something is said')
      for (const text of [out, err]) {
        assert.deepEqual(obeyed(text, command), [], text)
      }
    })
  }
})

/** What a terminal obeys, and the lines that CI does. */
function obeyed(text: string, command: readonly string[]): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g) ?? []
  if (command.includes('github')) {
    const ours = /^::(?:warning|notice|error) file=[^,]+,line=/
    return [...controls, ...commandLines(text).filter((line) => !ours.test(line))]
  }
  // Files for other programs have lines of their own.
  return command.some((word) => ['csv', 'ics'].includes(word)) ? controls : [...controls, ...commandLines(text)]
}

function commandLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim().startsWith('::') || /##(?:vso)?\[/.test(line))
}

function minutesOf(day: string): string {
  return [
    `# Crane ${day} ${spoken}`,
    '',
    `Participants: @ines${spoken}, @bo, Kim${spoken}`,
    '',
    `## ::error::${spoken} ##[error]x`,
    '',
    `- AI @bo: ::warning::${spoken} ##[add-mask]x ##vso[task.x]`,
    '- AI @bo: =HYPERLINK("x")',
    `- AI @${name.slice(0, 9)}: ${name}`,
    `- AI: nobody ${spoken}`,
    `![x](https://input.scs.community/uploads/${spoken}.png)`,
    '',
  ].join('\n')
}
