import type { Rule } from '../../server/src/core/rules/rule.ts'
import { editorProperties } from './json-schema.ts'
import { type Texts, withKeys } from './localisation.ts'

/** `package.json` with the settings that VS Code shows, and the schema that it checks `.minutes.json` by. */
export function manifestWithSettings(manifest: string, rules: readonly Rule[]): string {
  const content = JSON.parse(manifest)
  content.contributes = {
    ...content.contributes,
    configuration: { title: 'Minutes', properties: withKeys(editorProperties(rules)).properties },
    jsonValidation: [{ fileMatch: '.minutes.json', url: './minutes.schema.json' }],
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** What VS Code shows of the settings, by the keys that the manifest has in its place. */
export function textsOfSettings(rules: readonly Rule[]): Texts {
  return withKeys(editorProperties(rules)).texts
}
