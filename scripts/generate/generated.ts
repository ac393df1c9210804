import { rules } from '../../server/src/core/rules/index.ts'
import { featuresPage, pagePaths } from './features-page.ts'
import { repositorySchema } from './json-schema.ts'
import { nlsFile } from './localisation.ts'
import { manifestWithSettings, textsOfSettings } from './manifest.ts'
import { rulesPage, withRules } from './rules-page.ts'
import { settingsPage } from './settings-page.ts'

export interface GeneratedFile {
  readonly path: string
  readonly text: string
}

/** What generating needs of the project's files. */
export interface Project {
  /** What a file holds now. */
  read(path: string): string | undefined
  /** The names in a folder. */
  list(folder: string): readonly string[]
}

/** All files that come from the rules, from the declarations of the settings, and from the pages of the features. */
export function generatedFiles(project: Project): GeneratedFile[] {
  const { read } = project
  const readme = read('README.md')
  const pages = pagePaths(project).map((path) => ({ path, text: read(path)! }))
  return [
    { path: 'minutes.schema.json', text: `${JSON.stringify(repositorySchema(rules), null, 2)}\n` },
    { path: 'package.json', text: manifestWithSettings(read('package.json')!, rules) },
    { path: 'package.nls.json', text: nlsFile(read('package.nls.json'), textsOfSettings(rules)) },
    { path: 'docs/settings.md', text: settingsPage(rules) },
    { path: 'docs/rules.md', text: rulesPage(rules) },
    { path: 'docs/features.md', text: featuresPage(pages) },
    ...(readme === undefined ? [] : [{ path: 'README.md', text: withRules(readme, rules) }]),
  ]
}
