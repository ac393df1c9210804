import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { Rule } from '../../server/src/core/rules/rule.ts'
import { editorSettings, repositorySettings, severities } from '../../server/src/core/settings/schema.ts'

/** The part of JSON Schema, draft 7, that settings are declared in. */
export interface JsonSchema {
  $schema?: string
  title?: string
  description?: string
  type?: 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object'
  enum?: readonly string[]
  pattern?: string
  minimum?: number
  default?: unknown
  examples?: readonly unknown[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  propertyNames?: JsonSchema
  additionalProperties?: boolean | JsonSchema
  /** Extensions of VS Code: `.minutes.json` is JSON with comments. */
  allowComments?: boolean
  allowTrailingCommas?: boolean
}

/** `minutes.schema.json`: the schema of `.minutes.json`, which knows the rules and their options too. */
export function repositorySchema(rules: readonly Rule[]): JsonSchema {
  const { properties } = converted(v.object(repositorySettings))
  const { description, examples } = properties!.rules!
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a repository of minutes',
    description: 'What Minutes should know of this repository. All of it may be missing: then it is inferred.',
    allowComments: true,
    allowTrailingCommas: true,
    type: 'object',
    properties: {
      ...properties,
      rules: {
        description: description!,
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
        examples: examples!,
      },
    },
    additionalProperties: false,
  }
}

/** The options that a rule has beside its severity. */
export function optionsOf(rule: Rule): Record<string, JsonSchema> {
  return converted(rule.options).properties ?? {}
}

/** The severity that a rule has where no settings say otherwise. */
export function defaultSeverityOf(rule: Rule): string {
  return rule.off ? 'off' : rule.severity
}

/** The settings of an editor, each by its whole name. VS Code completes the rules among them. */
export function editorProperties(rules: readonly Rule[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    leaves('minutes', converted(editorSettings)).map(([name, schema]) => [
      name,
      name === 'minutes.rules' ? severitiesSchema(schema, rules) : schema,
    ]),
  )
}

/** A severity for each rule. Only members of known names and types have rows in VS Code's table of them. */
function severitiesSchema(
  { propertyNames: _, additionalProperties: severity, ...schema }: JsonSchema,
  rules: readonly Rule[],
): JsonSchema {
  const member = (rule: Rule): JsonSchema => ({
    ...(severity as JsonSchema),
    description: `${rule.title}. By default "${defaultSeverityOf(rule)}".`,
  })
  return {
    ...schema,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, member(rule)])),
    additionalProperties: false,
  }
}

function ruleSchema(rule: Rule): JsonSchema {
  const severity: JsonSchema = { type: 'string', enum: ['off', ...severities], default: defaultSeverityOf(rule) }
  const object: JsonSchema = {
    type: 'object',
    properties: { severity, ...optionsOf(rule) },
    additionalProperties: false,
  }
  return { description: `${rule.title}.`, anyOf: [severity, object] }
}

function leaves(name: string, schema: JsonSchema): [string, JsonSchema][] {
  if (!schema.properties) return [[name, schema]]
  return Object.entries(schema.properties).flatMap(([key, member]) => leaves(`${name}.${key}`, member))
}

/** A declaration as JSON Schema. What the schema cannot say, the server does: whether a day is in the calendar. */
function converted(declaration: v.GenericSchema): JsonSchema {
  const { $schema, ...schema } = toJsonSchema(declaration, { ignoreActions: ['check', 'transform'] })
  return withoutNothing(schema) as JsonSchema
}

/** Strikes lists of required members that are empty. */
function withoutNothing(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([key, part]) => !(key === 'required' && part.length === 0))
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutNothing(part)]))
}
