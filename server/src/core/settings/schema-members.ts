import * as v from 'valibot'
import { isoDate } from '../minutes/calendar.ts'
import { slice } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'

/** What lists and objects in `.minutes.json` are made of. A message says what is expected, with an example. */

export const folder = v.pipe(
  v.string('A folder is a text, such as "harbour".'),
  v.nonEmpty(
    'The folder is empty. Name a folder of the repository, such as "harbour", or "." for minutes at the root.',
  ),
  v.transform(folderPath),
)

/** The path of a folder, relative to the repository, of how somebody writes it: `.` is the root. */
export function folderPath(written: string): string {
  return withoutSlashes(written.replace(/^\.?\/+|^\.$/, ''))
}

export function withoutSlashes(written: string): string {
  return slice(written, trimEnd(written, { start: 0, end: written.length }, /\//))
}

export const uploadPrefix = v.pipe(
  v.string('The beginning of a URL is a text, such as "https://pad.example.org/uploads/".'),
  v.regex(
    /^https?:\/\/[^/\s]+\/\S*$/,
    'Write the beginning of a URL, with a slash behind the host: "https://pad.example.org/uploads/".',
  ),
)

const longestPattern = 1000
export const pattern = v.pipe(
  v.string('A pattern is a text, such as "archive/**".'),
  v.nonEmpty('The pattern is empty. Write one such as "archive/**", or remove it.'),
  v.maxLength(longestPattern, `A pattern has at most ${longestPattern} characters. Write several shorter ones.`),
)

const dayFormat = /^\d{4}-\d\d-\d\d$/

const day = v.pipe(
  v.string('A day is written as "2023-02-01".'),
  v.regex(dayFormat, 'A day is written as "2023-02-01".'),
  v.check((text) => {
    if (!dayFormat.test(text)) return true
    const [year, month, date] = text.split('-').map(Number)
    return isoDate(year!, month!, date!) !== undefined
  }, 'This is no day of the calendar. Write it as "2023-02-01".'),
)

const datedFolder = v.strictObject(
  {
    path: v.pipe(folder, v.description('A folder of the repository, `.` for minutes at the root.')),
    until: v.optional(
      v.pipe(
        day,
        v.description('The last day on which this folder was the one. The last folder of a team needs none.'),
      ),
    ),
  },
  membersOf('A folder with a date', ['path', 'until'], 'Write { "path": "harbour", "until": "2023-02-01" }.'),
)

export const team = v.strictObject(
  {
    name: v.pipe(
      v.string('The name is a text, such as "Team Harbour".'),
      v.nonEmpty('The name is empty. Write it as the headings of reports spell it.'),
      v.description('The name of the team, as the headings of reports spell it.'),
    ),
    folder: v.pipe(
      v.union(
        [folder, v.array(datedFolder)],
        'A folder, such as "harbour", or a list such as [{ "path": "lights-and-buoys", "until": "2023-02-01" }, { "path": "lights" }].',
      ),
      v.description(
        'The folder with the minutes of the team, `.` for minutes at the root, or several with the day until which each was the one.',
      ),
    ),
    aliases: v.optional(
      v.pipe(
        v.array(v.string('An alias is a text.'), 'Write the aliases as a list: ["Harbour"].'),
        v.description('Other names that headings use.'),
      ),
    ),
  },
  membersOf('A team', ['name', 'folder', 'aliases'], 'Write { "name": "Team Harbour", "folder": "harbour" }.'),
)

const handle = v.pipe(
  v.string('A handle is a text, such as "ines-berg".'),
  v.regex(/^@?[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A handle is the name of an account on the forge, such as "ines-berg".'),
  v.transform((written) => written.replace(/^@/, '')),
)

export const person = v.strictObject(
  {
    handle: v.pipe(handle, v.description('The handle of the person on the forge, with or without `@`.')),
    name: v.optional(
      v.pipe(
        v.string('The name is a text, such as "Ines Berg".'),
        v.nonEmpty('The name is empty. Write what people call the person, or remove it.'),
        v.description('What people call the person.'),
      ),
    ),
    aliases: v.optional(
      v.pipe(
        v.array(handle, 'Write the aliases as a list: ["iberg"].'),
        v.description(
          'Other handles that mean the person: what people often write by mistake, or an account that is no longer used.',
        ),
      ),
    ),
  },
  membersOf('A person', ['handle', 'name', 'aliases'], 'Write { "handle": "ines-berg", "name": "Ines Berg" }.'),
)

export const issueAlias = v.pipe(
  v.string(),
  v.regex(
    /^(?:(?=.*[A-Za-z])[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*)?$/,
    'An alias is what stands before the number, without "#" and without a slash at its end: "standards" for "standards#12" or "standards/#12", "" for a bare "#12".',
  ),
)

export const issueRepository = v.pipe(
  v.string('The repository of an alias is a text, such as "OWNER/REPOSITORY".'),
  v.regex(
    /^(?:https?:\/\/[^/\s]+\/)?[\w.-]+(?:\/[\w.-]+)+\/?$/,
    'Write the repository as "OWNER/REPOSITORY", or its URL, such as "https://github.com/OWNER/REPOSITORY".',
  ),
  v.transform((written) => withoutSlashes(written).replace(/\.git$/, '')),
)

/** What to say of an object with a member too many, one too few, or of what is no such object. */
function membersOf(what: string, members: readonly string[], example: string) {
  return ({ expected, received, path }: v.StrictObjectIssue): string => {
    if (expected === 'never') return `${what} has no setting ${received}. It has ${members.join(', ')}.`
    return path && received === 'undefined' ? `${expected} is missing. ${example}` : `${what} is an object. ${example}`
  }
}
