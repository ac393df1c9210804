import type { JsonSchema } from './json-schema.ts'

/** What people read in VS Code, by keys that stand in the manifest in its place: `package.nls.json`. */
export type Texts = Readonly<Record<string, string>>

/** What the keys of generated texts begin with. */
const generated = 'setting.'

/** Settings whose descriptions are keys, and the texts of these. */
export function withKeys(properties: Readonly<Record<string, JsonSchema>>): {
  readonly properties: Record<string, JsonSchema>
  readonly texts: Texts
} {
  const texts: Record<string, string> = {}
  const keyed = (schema: JsonSchema, key: string): JsonSchema => {
    const { description, properties: inner } = schema
    if (description !== undefined) texts[key] = description
    return {
      ...schema,
      ...(description !== undefined && { description: `%${key}%` }),
      ...(inner && { properties: eachKeyed(inner, key) }),
    }
  }
  const eachKeyed = (schemas: Readonly<Record<string, JsonSchema>>, prefix: string) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, keyed(schema, `${prefix}.${name}`)]))
  const named = Object.entries(properties).map(([name, schema]) => [name, keyed(schema, generated + name)])
  return { properties: Object.fromEntries(named), texts }
}

/** `package.nls.json` with the texts of the settings; the others are written by hand. */
export function nlsFile(before: string | undefined, texts: Texts): string {
  const known: Texts = JSON.parse(before ?? '{}')
  const others = Object.entries(known).filter(([key]) => !key.startsWith(generated))
  return `${JSON.stringify({ ...Object.fromEntries(others), ...texts }, null, 2)}\n`
}
