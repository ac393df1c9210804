/** `server/src/core/rules/index.ts`: all rules, by the names of their folders. */
export function rulesIndex(ids: readonly string[]): string {
  const imports = [
    { from: './rule.ts', statement: "import type { Rule } from './rule.ts'" },
    ...ids.map((id) => ({ from: `./${id}/rule.ts`, statement: `import ${camelCase(id)} from './${id}/rule.ts'` })),
  ]
  return `// Generated from the folders beside this file by \`npm run generate\`. Do not edit.
${imports
  .sort((a, b) => (a.from < b.from ? -1 : 1))
  .map(({ statement }) => statement)
  .join('\n')}

export const rules: readonly Rule[] = [
${[...ids]
  .sort()
  .map((id) => `  ${camelCase(id)},\n`)
  .join('')}] as unknown as readonly Rule[]
`
}

function camelCase(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
