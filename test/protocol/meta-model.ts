import { existsSync, readFileSync } from 'node:fs'
import type * as lsp from 'vscode-languageserver-protocol/node'

const file = '../shared/lsp/metaModel.json'

type Type =
  | { readonly kind: 'base' | 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'and' | 'or' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: 'stringLiteral' | 'integerLiteral' | 'booleanLiteral'; readonly value: unknown }

interface Property {
  readonly name: string
  readonly type: Type
  readonly optional?: boolean
}

interface Structure {
  readonly name: string
  readonly properties: readonly Property[]
  readonly extends?: readonly Type[]
  readonly mixins?: readonly Type[]
}

interface Enumeration {
  readonly name: string
  readonly type: Type
  readonly supportsCustomValues?: boolean
  readonly values: readonly { readonly value: unknown }[]
}

interface Method {
  readonly method: string
  readonly params?: Type
  readonly result?: Type
  readonly registrationOptions?: Type
}

interface Model {
  readonly requests: readonly Method[]
  readonly notifications: readonly Method[]
  readonly structures: readonly Structure[]
  readonly enumerations: readonly Enumeration[]
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[]
}

/** LSP as data: what each message may and must hold. */
export class MetaModel {
  readonly #methods: ReadonlyMap<string, Method>
  readonly #structures: ReadonlyMap<string, Structure>
  readonly #enumerations: ReadonlyMap<string, Enumeration>
  readonly #aliases: ReadonlyMap<string, Type>

  constructor({ requests, notifications, structures, enumerations, typeAliases }: Model) {
    this.#methods = new Map([...requests, ...notifications].map((method) => [method.method, method]))
    this.#structures = named(structures)
    this.#enumerations = named(enumerations)
    this.#aliases = new Map(typeAliases.map(({ name, type }) => [name, type]))
  }

  /** `undefined` where the model is not at hand: it is no part of the project. */
  static read(): MetaModel | undefined {
    return existsSync(file) ? new MetaModel(JSON.parse(readFileSync(file, 'utf8')) as Model) : undefined
  }

  /** What is wrong with a message; of a response, `request` is the method that it answers. */
  problemsOf(message: lsp.Message, request?: string): string[] {
    if (message.jsonrpc !== '2.0') return ['The message is no JSON-RPC 2.0.']
    if (isResponse(message)) return this.#problemsOfResponse(message, request)
    const { method, params } = message as lsp.NotificationMessage
    const known = this.#methods.get(method)
    if (!known) return method.startsWith('minutes/') ? [] : [`${method} is no method.`]
    if (!known.params) return params === undefined ? [] : [`${method} has parameters.`]
    return [...this.#problems(params, known.params, method), ...this.#problemsOfRegistrations(params)]
  }

  #problemsOfResponse({ result, error }: lsp.ResponseMessage, request: string | undefined): string[] {
    if (request === undefined) return ['The response answers nothing.']
    if (error) return this.#problems(error, { kind: 'literal', value: { properties: errorProperties } }, request)
    if (result === undefined) return [`${request} is answered by neither a result nor an error.`]
    const type = this.#methods.get(request)?.result
    return type ? this.#problems(result, type, `the result of ${request}`) : []
  }

  #problemsOfRegistrations(params: unknown): string[] {
    const { registrations = [] } = (params ?? {}) as Partial<lsp.RegistrationParams>
    return registrations.flatMap(({ method, registerOptions }) => {
      const type = this.#methods.get(method)?.registrationOptions
      return type ? this.#problems(registerOptions, type, `the options of ${method}`) : []
    })
  }

  /** What keeps a value from being of a type. `at` says where the value stands. */
  #problems(value: unknown, type: Type, at: string): string[] {
    switch (type.kind) {
      case 'base':
        return isBase(value, type.name) ? [] : [`${at} is no ${type.name}: ${JSON.stringify(value)}`]
      case 'reference':
        return this.#problemsOfReference(value, type.name, at)
      case 'array':
        if (!Array.isArray(value)) return [`${at} is no array: ${JSON.stringify(value)}`]
        return value.flatMap((item, index) => this.#problems(item, type.element, `${at}[${index}]`))
      case 'tuple':
        if (!Array.isArray(value) || value.length !== type.items.length) return [`${at} is no tuple`]
        return value.flatMap((item, index) => this.#problems(item, type.items[index]!, `${at}[${index}]`))
      case 'map':
        if (!isObject(value)) return [`${at} is no map: ${JSON.stringify(value)}`]
        return Object.entries(value).flatMap(([key, item]) => this.#problems(item, type.value, `${at}.${key}`))
      case 'or':
        return fewest(type.items.map((item) => this.#problems(value, item, at)))
      case 'and':
        return problemsOfObject(
          value,
          type.items.flatMap((item) => this.#properties(item)),
          at,
          (...args) => this.#problems(...args),
        )
      case 'literal':
        return problemsOfObject(value, type.value.properties, at, (...args) => this.#problems(...args))
      default:
        return value === type.value ? [] : [`${at} is not ${JSON.stringify(type.value)}: ${JSON.stringify(value)}`]
    }
  }

  #problemsOfReference(value: unknown, name: string, at: string): string[] {
    if (name === 'LSPAny') return value === undefined ? [`${at} is missing`] : []
    const alias = this.#aliases.get(name)
    if (alias) return this.#problems(value, alias, at)
    const enumeration = this.#enumerations.get(name)
    if (enumeration) return this.#problemsOfEnumeration(value, enumeration, at)
    return problemsOfObject(value, this.#properties({ kind: 'reference', name }), at, (...args) =>
      this.#problems(...args),
    )
  }

  #problemsOfEnumeration(value: unknown, { name, type, supportsCustomValues, values }: Enumeration, at: string) {
    const problems = this.#problems(value, type, at)
    if (problems.length || supportsCustomValues || values.some((known) => known.value === value)) return problems
    return [`${at} is no ${name}: ${JSON.stringify(value)}`]
  }

  #properties(type: Type): Property[] {
    const structure = type.kind === 'reference' ? this.#structures.get(type.name) : undefined
    if (!structure) throw new Error(`The meta model has no structure ${JSON.stringify(type)}.`)
    const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])].flatMap((base) =>
      this.#properties(base),
    )
    const own = new Set(structure.properties.map(({ name }) => name))
    return [...structure.properties, ...inherited.filter(({ name }) => !own.has(name))]
  }
}

const errorProperties: readonly Property[] = [
  { name: 'code', type: { kind: 'base', name: 'integer' } },
  { name: 'message', type: { kind: 'base', name: 'string' } },
  { name: 'data', type: { kind: 'reference', name: 'LSPAny' }, optional: true },
]

function problemsOfObject(
  value: unknown,
  properties: readonly Property[],
  at: string,
  problemsOf: (value: unknown, type: Type, at: string) => string[],
): string[] {
  if (!isObject(value)) return [`${at} is no object: ${JSON.stringify(value)}`]
  const known = new Set(properties.map(({ name }) => name))
  const unknown = Object.keys(value).filter((name) => !known.has(name))
  return [
    ...unknown.map((name) => `${at} has an unknown property ${name}`),
    ...properties.flatMap(({ name, type, optional }) => {
      if (value[name] === undefined) return optional ? [] : [`${at}.${name} is missing`]
      return problemsOf(value[name], type, `${at}.${name}`)
    }),
  ]
}

function fewest(lists: readonly string[][]): string[] {
  return lists.reduce((best, next) => (next.length < best.length ? next : best))
}

function isBase(value: unknown, name: string): boolean {
  switch (name) {
    case 'null':
      return value === null
    case 'boolean':
      return typeof value === 'boolean'
    case 'decimal':
      return typeof value === 'number'
    case 'integer':
      return Number.isInteger(value)
    case 'uinteger':
      return Number.isInteger(value) && (value as number) >= 0
    case 'URI':
    case 'DocumentUri':
      return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value)
    default:
      return typeof value === 'string'
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isResponse(message: lsp.Message): message is lsp.ResponseMessage {
  return !('method' in message)
}

function named<Named extends { readonly name: string }>(list: readonly Named[]): Map<string, Named> {
  return new Map(list.map((one) => [one.name, one]))
}
