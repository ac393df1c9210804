import { rules } from '../../server/src/core/rules/index.ts'
import { repositorySchema } from './json-schema.ts'
import { manifestWithSettings } from './manifest.ts'
import { rulesPage, withRules } from './rules-page.ts'
import { settingsPage } from './settings-page.ts'

export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** All files that come from the rules and from the declarations of the settings. `read` gives what a file holds now. */
export function generatedFiles(read: (path: string) => string | undefined): GeneratedFile[] {
  const readme = read('README.md')
  return [
    { path: 'minutes.schema.json', text: `${JSON.stringify(repositorySchema(rules), null, 2)}\n` },
    { path: 'package.json', text: manifestWithSettings(read('package.json')!, rules) },
    { path: 'docs/settings.md', text: settingsPage(rules) },
    { path: 'docs/rules.md', text: rulesPage(rules) },
    ...(readme === undefined ? [] : [{ path: 'README.md', text: withRules(readme, rules) }]),
  ]
}
