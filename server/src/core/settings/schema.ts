import * as v from 'valibot'
import { isoDate } from '../minutes/calendar.ts'
import { slice } from '../text/span.ts'
import { trimEnd } from '../text/trim.ts'

/**
 * The only place where a setting is declared: types, defaults, `minutes.schema.json`, VS Code's manifest and `docs/settings.md` come from
 * here. The options of a rule are declared by the rule, in the same way.
 */

export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

const folder = v.pipe(
  v.string('A folder is a text, such as "iaas".'),
  v.nonEmpty('The folder is empty. Name a folder of the repository, such as "iaas".'),
  v.transform(folderPath),
)

/** A folder as it is written, as a path relative to the repository. */
export function folderPath(written: string): string {
  return withoutSlashes(written.replace(/^\.?\/+/, ''))
}

function withoutSlashes(written: string): string {
  return slice(written, trimEnd(written, { start: 0, end: written.length }, /\//))
}

const uploadPrefix = v.pipe(
  v.string('The beginning of a URL is a text, such as "https://pad.example.org/uploads/".'),
  v.regex(
    /^https?:\/\/[^/\s]+\/\S*$/,
    'Write the beginning of a URL, with a slash behind the host: "https://pad.example.org/uploads/".',
  ),
)

const longestPattern = 1000
const pattern = v.pipe(
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
    path: v.pipe(folder, v.description('A folder of the repository.')),
    until: v.optional(
      v.pipe(
        day,
        v.description('The last day on which this folder was the one. The last folder of a team needs none.'),
      ),
    ),
  },
  membersOf('A folder with a date', ['path', 'until'], 'Write { "path": "iaas", "until": "2023-02-01" }.'),
)

const team = v.strictObject(
  {
    name: v.pipe(
      v.string('The name is a text, such as "Team IaaS".'),
      v.nonEmpty('The name is empty. Write it as the headings of reports spell it.'),
      v.description('The name of the team, as the headings of reports spell it.'),
    ),
    folder: v.pipe(
      v.union(
        [folder, v.array(datedFolder)],
        'A folder, such as "iaas", or a list such as [{ "path": "ops-iam", "until": "2023-02-01" }, { "path": "ops" }].',
      ),
      v.description('The folder with the minutes of the team, or several with the day until which each was the one.'),
    ),
    aliases: v.optional(
      v.pipe(
        v.array(v.string('An alias is a text.'), 'Write the aliases as a list: ["IaaS"].'),
        v.description('Other names that headings use.'),
      ),
    ),
  },
  membersOf('A team', ['name', 'folder', 'aliases'], 'Write { "name": "Team IaaS", "folder": "iaas" }.'),
)

const handle = v.pipe(
  v.string('A handle is a text, such as "ines-berg".'),
  v.regex(/^@?[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A handle is the name of an account on the forge, such as "ines-berg".'),
  v.transform((written) => written.replace(/^@/, '')),
)

const person = v.strictObject(
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

/** What to say of an object with a member too many, one too few, or of what is no such object. */
function membersOf(what: string, members: readonly string[], example: string) {
  return ({ expected, received, path }: v.StrictObjectIssue): string => {
    if (expected === 'never') return `${what} has no setting ${received}. It has ${members.join(', ')}.`
    return path && received === 'undefined' ? `${expected} is missing. ${example}` : `${what} is an object. ${example}`
  }
}

const ruleSeverities = ['off', ...severities] as const
export type RuleSeverity = (typeof ruleSeverities)[number]

const ruleSetting = v.union(
  [v.picklist(ruleSeverities), v.looseObject({ severity: v.optional(v.picklist(ruleSeverities)) })],
  'Write "off", a severity ("error", "warning", "information", "hint"), or an object with "severity" and the options of the rule.',
)

/** The settings of `.minutes.json`, which the community decides. All of them may be missing: then they are inferred. */
export const repositorySettings = {
  $schema: v.optional(v.pipe(v.string(), v.description('The JSON Schema of this file, for editors.'))),
  forge: v.optional(
    v.pipe(
      v.string('The forge is a URL, such as "https://github.com/OWNER/REPOSITORY".'),
      v.regex(
        /^https?:\/\/[^/\s]+\/[^\s]+$/,
        'Write the URL of the repository on its forge, such as "https://github.com/OWNER/REPOSITORY".',
      ),
      v.transform((url) => withoutSlashes(url).replace(/\.git$/, '')),
      v.description(
        'The URL of the repository on its forge. By default that of the links in the minutes, or of git\'s remote "origin".',
      ),
      v.examples(['https://github.com/OWNER/REPOSITORY']),
    ),
  ),
  branch: v.optional(
    v.pipe(
      v.string('The branch is a text, such as "main".'),
      v.nonEmpty('The branch is empty. Name it, or remove the setting.'),
      v.description('The branch that links name. By default the one that most links name.'),
      v.examples(['main']),
    ),
  ),
  reports: v.optional(
    v.pipe(
      v.array(folder, 'Write the folders as a list: ["community-call"].'),
      v.description(
        'The folders whose minutes report on the meetings of other teams. By default those whose files have minutes lines.',
      ),
      v.examples([['community-call']]),
    ),
  ),
  teams: v.optional(
    v.pipe(
      v.array(team, 'Write the teams as a list of objects with "name" and "folder".'),
      v.description(
        'The teams, with the folders of their minutes. By default they are learnt from the reports and the names of the folders.',
      ),
      v.examples([
        [
          { name: 'Team IaaS', folder: 'iaas', aliases: ['IaaS'] },
          { name: 'Team Ops', folder: [{ path: 'ops-iam', until: '2023-02-01' }, { path: 'ops' }] },
        ],
      ]),
    ),
  ),
  uploads: v.optional(
    v.pipe(
      v.array(uploadPrefix, 'Write the beginnings of URLs as a list: ["https://pad.example.org/uploads/"].'),
      v.description(
        'How the URLs of pictures begin that are uploaded to a pad. By default those are uploads that HedgeDoc, CodiMD or HackMD has named. An empty list: none are.',
      ),
      v.examples([['https://pad.example.org/uploads/']]),
    ),
  ),
  people: v.optional(
    v.pipe(
      v.array(person, 'Write the people as a list of objects with "handle", "name" and "aliases".'),
      v.description(
        'The people whose handles are known to be right. By default they are learnt from the minutes: a handle that occurs often is known.',
      ),
      v.examples([[{ handle: 'ines-berg', name: 'Ines Berg', aliases: ['iberg'] }]]),
    ),
  ),
  ignore: v.optional(
    v.pipe(
      v.array(pattern, 'Write the patterns as a list: ["archive/**"].'),
      v.description(
        "Patterns of files that are none of Minutes' business. `**` stands for any folders, `*` for any part of a name. By default none is.",
      ),
      v.examples([['archive/**']]),
    ),
  ),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), ruleSetting, 'Write the rules as an object: { "stale-minutes-line": "error" }.'),
      v.description('Severity and options of single rules. By default those that the rules have.'),
      v.examples([{ 'missing-minutes-line': 'hint', 'stale-minutes-line': { severity: 'error', days: 10 } }]),
    ),
  ),
}

export type RuleSetting = v.InferOutput<typeof ruleSetting>
export type PersonSetting = v.InferOutput<typeof person>
export type TeamSetting = v.InferOutput<typeof team>

/** The settings of an editor, `minutes.*` in VS Code, which each person decides. */
export const editorSettings = v.object({
  outline: v.optional(
    v.object({
      enabled: v.optional(
        v.pipe(
          v.boolean(),
          v.description(
            "Show meeting, teams, topics and actions in the outline, beside the headings of the editor's own Markdown support.",
          ),
        ),
        true,
      ),
    }),
    {},
  ),
  rules: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.picklist(ruleSeverities, `Write "off" or a severity (${severities.map((each) => `"${each}"`).join(', ')}).`),
        'Write an object with a severity for each rule: { "outdated-minutes-link": "hint" }.',
      ),
      v.description(
        'Severities of single rules for you alone, over those of .minutes.json. The command line, and so CI, knows nothing of them.',
      ),
      v.examples([{ 'outdated-minutes-link': 'hint' }]),
    ),
    {},
  ),
  trace: v.optional(
    v.object({
      server: v.optional(
        v.pipe(
          v.picklist(['off', 'messages', 'verbose']),
          v.description('Write what editor and server say to each other to the output channel "Minutes".'),
        ),
        'off',
      ),
    }),
    {},
  ),
})

export type EditorSettings = v.InferOutput<typeof editorSettings>
