import { editorProperties } from './json-schema.ts'

/** `package.json` with the settings that VS Code shows, and the schema that it checks `.minutes.json` by. */
export function manifestWithSettings(manifest: string): string {
  const content = JSON.parse(manifest)
  content.contributes = {
    ...content.contributes,
    configuration: { title: 'Minutes', properties: editorProperties() },
    jsonValidation: [{ fileMatch: '.minutes.json', url: './minutes.schema.json' }],
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
