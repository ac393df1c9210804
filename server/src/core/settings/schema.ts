import * as v from 'valibot'
import {
  folder,
  issueAlias,
  issueRepository,
  pattern,
  person,
  team,
  uploadPrefix,
  withoutSlashes,
} from './schema-members.ts'

/**
 * The only place where a setting is declared: types, defaults, `minutes.schema.json`, VS Code's manifest and `docs/settings.md` come from
 * here, and from the members beside. The options of a rule are declared by the rule, in the same way.
 */

export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

const ruleSeverities = ['off', ...severities] as const
export type RuleSeverity = (typeof ruleSeverities)[number]

const ruleSetting = v.union(
  [v.picklist(ruleSeverities), v.looseObject({ severity: v.optional(v.picklist(ruleSeverities)) })],
  'Write "off", a severity ("error", "warning", "information", "hint"), or an object with "severity" and the options of the rule.',
)

/** Each file is compared with all of them. */
const mostPatterns = 200

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
        'The URL of the repository on its forge. By default it is inferred from the links in the minutes, or from git\'s remote "origin".',
      ),
      v.examples(['https://github.com/OWNER/REPOSITORY']),
    ),
  ),
  branch: v.optional(
    v.pipe(
      v.string('The branch is a text, such as "main".'),
      v.nonEmpty('The branch is empty. Name it, or remove the setting.'),
      v.description('The branch that links name. By default it is the one that most links name.'),
      v.examples(['main']),
    ),
  ),
  reports: v.optional(
    v.pipe(
      v.array(folder, 'Write the folders as a list: ["community-call"].'),
      v.description(
        'The folders whose minutes report on the meetings of other teams, `.` for those at the root. By default they are those whose files have minutes lines.',
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
          { name: 'Team Harbour', folder: 'harbour', aliases: ['Harbour'] },
          { name: 'Team Lights', folder: [{ path: 'lights-and-buoys', until: '2023-02-01' }, { path: 'lights' }] },
        ],
      ]),
    ),
  ),
  uploads: v.optional(
    v.pipe(
      v.array(uploadPrefix, 'Write the beginnings of URLs as a list: ["https://pad.example.org/uploads/"].'),
      v.description(
        'How the URLs of pictures begin that are uploaded to a pad. By default all URLs count that HedgeDoc, CodiMD or HackMD has named; with an empty list, none does.',
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
  issues: v.optional(
    v.pipe(
      v.record(issueAlias, issueRepository, 'Write the aliases as an object: { "standards": "OWNER/standards" }.'),
      v.description(
        'Which repository is meant by what stands before the number of an issue: with the alias `standards`, `standards#12` and `standards/#12` are issues of that repository. The alias `""` is that of a bare `#12`. A repository is written as `OWNER/REPOSITORY` on the forge of the minutes, or as its URL. By default aliases are learnt from links such as `[standards#12](https://…/issues/12)`.',
      ),
      v.examples([{ issues: 'OWNER/issues', standards: 'OWNER/standards' }]),
    ),
  ),
  ignore: v.optional(
    v.pipe(
      v.array(pattern, 'Write the patterns as a list: ["archive/**"].'),
      v.maxLength(mostPatterns, `There are at most ${mostPatterns} patterns. Let one fit more files.`),
      v.description(
        'Patterns of files that are not checked. Each is compared with the whole path: `archive/**` leaves a folder out, `**/draft-*.md` files in any folder. It is no line of .gitignore: `archive` alone fits nothing. By default nothing is left out.',
      ),
      v.examples([['archive/**']]),
    ),
  ),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), ruleSetting, 'Write the rules as an object: { "stale-minutes-line": "error" }.'),
      v.description('Severity and options of single rules. By default each rule has its own.'),
      v.examples([{ 'missing-minutes-line': 'hint', 'stale-minutes-line': { severity: 'error', days: 10 } }]),
    ),
  ),
}

export type RuleSetting = v.InferOutput<typeof ruleSetting>
export type PersonSetting = v.InferOutput<typeof person>
export type TeamSetting = v.InferOutput<typeof team>

const numberOfFiles = 'Write a whole number of files, such as 1000.'

/** The settings of an editor, `minutes.*` in VS Code, which each person decides. */
export const editorSettings = v.object({
  check: v.optional(
    v.object({
      repository: v.optional(
        v.pipe(
          v.number(numberOfFiles),
          v.integer(numberOfFiles),
          v.minValue(0, numberOfFiles),
          v.description(
            'Check all files, and not only those that are open, in workspaces of up to so many Markdown files. 0: only when "Minutes: Check Repository" asks for it.',
          ),
        ),
        1000,
      ),
    }),
    {},
  ),
  codeLens: v.optional(
    v.object({
      reports: toggle('Show above minutes in how many calls they were reported. A click shows the places.'),
      actions: toggle('Show above minutes how many actions the meeting before left open. A click shows them.'),
      links: toggle('Show above a heading how many links from other files lead to it. A click shows them.'),
    }),
    {},
  ),
  inlayHints: v.optional(
    v.object({
      weekdays: toggle('Show the weekday behind a date.'),
      titles: toggle('Show the title behind the bare URL of an issue, as other minutes give it.'),
    }),
    {},
  ),
  me: v.optional(
    v.pipe(
      v.array(v.string(), 'Write a list of texts: ["@ines-berg"].'),
      v.description(
        "Who you are in the minutes: your handles, or your name where they have no handles. Your actions stand first in the view of actions and are counted on its icon. When the list is empty, git's name and address tell who you are, where VS Code has git.",
      ),
      v.examples([['@ines-berg', 'Ines']]),
    ),
    [],
  ),
  outline: v.optional(
    v.object({
      enabled: toggle(
        "Show meeting, teams, topics and actions in the outline, beside the headings of the editor's own Markdown support.",
      ),
    }),
    {},
  ),
  paste: v.optional(
    v.object({
      links: toggle(
        'Make labelled links and handles of pasted URLs of issues, minutes and people: at an action at once, elsewhere by the button behind what was pasted.',
      ),
      pictures: toggle(
        'Store pictures that are pasted, or dropped with Shift, beside the minutes, named for the meeting, and show them in the text.',
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
  semanticTokens: v.optional(
    v.object({
      enabled: toggle('Colour handles that nobody knows, and links to files that are not there, unlike the others.'),
    }),
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

/** A feature that everybody has who does not switch it off. */
function toggle(description: string) {
  return v.optional(v.pipe(v.boolean(), v.description(description)), true)
}

export type EditorSettings = v.InferOutput<typeof editorSettings>
