import type { Rule } from '../../server/src/core/rules/rule.ts'
import { defaultSeverityOf, editorProperties, type JsonSchema, optionsOf, repositorySchema } from './json-schema.ts'
import { table } from './table.ts'

/** `docs/settings.md`: the settings of a repository and those of an editor. */
export function settingsPage(rules: readonly Rule[]): string {
  const { $schema: _, ...settings } = repositorySchema(rules).properties!
  return `<!-- Generated from server/src/core/settings/schema.ts and the rules by \`npm run generate\`. Do not edit. -->

# Settings

What a community decides stands in its repository, so that every editor and CI agree. What a person prefers stands in the settings of
the editor.

## The repository: \`.minutes.json\`

The file stands at the repository's root. It is JSON; comments and trailing commas are fine. All of it may be missing: then it is
inferred from the minutes. VS Code knows what it may hold. For other editors, \`"$schema"\` may name a copy of \`minutes.schema.json\`, which
the npm package has too.

${Object.entries(settings)
  .map(([name, schema]) => repositorySetting(name, schema, rules))
  .join('\n')}
## The editor: \`minutes.*\`

In VS Code they stand in its settings. Other editors answer the request \`workspace/configuration\` for the section \`minutes\`, or send
\`workspace/didChangeConfiguration\`.

${editorTable(rules)}

${example(Object.fromEntries(Object.entries(editorProperties(rules)).map(([name, schema]) => [name, schema.examples?.[0] ?? schema.default])))}

Of settings with a mistake in them a line in the log tells; the rest is used. \`minutes.rules\` may hold any of [the rules above](#rules), each with
\`"off"\` or a severity, and changes nothing but what you see while you write.
`
}

function repositorySetting(name: string, schema: JsonSchema, rules: readonly Rule[]): string {
  const members = name === 'rules' ? rulesTable(rules) : memberList(schema)
  return `### \`${name}\`

${schema.description}

Type: ${typeWords(schema)}

${members && `${members}\n\n`}${example({ [name]: schema.examples?.[0] })}
`
}

/** The members of the objects that a setting holds, at any depth. */
function memberList(schema: JsonSchema, indent = ''): string {
  const holders = [schema, ...(schema.anyOf ?? [])].flatMap((each) => (each.items ? [each.items] : [each]))
  return holders
    .flatMap(({ properties = {}, required = [] }) =>
      Object.entries(properties).map(([name, member]) => {
        const type = `${typeWords(member)}${required.includes(name) ? '' : ', optional'}`
        const below = memberList(member, `${indent}  `)
        return `${indent}- \`${name}\` (${type}): ${member.description}${below && `\n${below}`}`
      }),
    )
    .join('\n')
}

function rulesTable(rules: readonly Rule[]): string {
  return `A rule is given \`"off"\`, a severity (\`"error"\`, \`"warning"\`, \`"information"\`, \`"hint"\`), or an object with \`"severity"\` and its options.

${table(
  ['Rule', 'Default', 'Options'],
  rules.map((rule) => [
    `[\`${rule.id}\`](../server/src/core/rules/${rule.id}/README.md)`,
    value(defaultSeverityOf(rule)),
    Object.entries(optionsOf(rule)).map(option).join('<br>'),
  ]),
)}`
}

function option([name, schema]: [string, JsonSchema]): string {
  return `\`${name}\` (${typeWords(schema)}, by default ${value(schema.default)}): ${schema.description}`
}

function editorTable(rules: readonly Rule[]): string {
  return table(
    ['Setting', 'Type', 'Default', 'Meaning'],
    Object.entries(editorProperties(rules)).map(([name, schema]) => [
      `\`${name}\``,
      typeWords(schema),
      value(schema.default),
      schema.description!,
    ]),
  )
}

/** What a value has to be, in words. */
function typeWords(schema: JsonSchema, many = false): string {
  const s = many ? 's' : ''
  if (schema.anyOf) return schema.anyOf.map((each) => typeWords(each, many)).join(' or ')
  if (schema.enum) return schema.enum.map(value).join(', ')
  if (schema.type === 'array') return `list${s} of ${typeWords(schema.items!, true)}`
  if (schema.type === 'boolean') return '`true` or `false`'
  if (schema.type === 'object') return `object${s}`
  if (schema.type === 'string') return `text${s}`
  const least = schema.minimum === undefined ? '' : `, at least ${schema.minimum}`
  return `${schema.type === 'integer' ? 'whole ' : ''}number${s}${least}`
}

function value(value: unknown): string {
  return `\`${JSON.stringify(value)}\``
}

function example(content: object): string {
  return `\`\`\`json\n${json(content, 0)}\n\`\`\``
}

/** JSON as a person writes it: what fits stands on one line, but each setting on its own. */
function json(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const list = Array.isArray(value)
  const parts = Object.entries(value).map(([key, part]) => `${list ? '' : `"${key}": `}${json(part, depth + 1)}`)
  const [open, close, blank] = list ? ['[', ']', ''] : ['{', '}', ' ']
  const line = `${open}${blank}${parts.join(', ')}${blank}${close}`
  if (depth > 0 && line.length < 80 && !line.includes('\n')) return line
  const indent = '  '.repeat(depth)
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`
}
