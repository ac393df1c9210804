// Expands a snippet as VS Code does when nobody types: each tab stop has its default, each choice its first answer.

/** Values by the name of a variable, as `CURRENT_YEAR`. */
export type Variables = Readonly<Record<string, string>>

/** The variables of a file's path and of a day, `YYYY-MM-DD`. */
export function variablesOf(path: string, today: string): Variables {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const [year = '', month = '', date = ''] = today.split('-')
  return {
    TM_FILEPATH: path,
    TM_FILENAME: name,
    TM_FILENAME_BASE: name.replace(/(?<=.)\.[^.]*$/, ''),
    CURRENT_YEAR: year,
    CURRENT_MONTH: month,
    CURRENT_DATE: date,
  }
}

/** The text of a snippet's body. A variable that has neither a value nor a default is an error: VS Code would write its name. */
export function expandSnippet(body: string | readonly string[], variables: Variables): string {
  const nodes = parseNodes(new Reader(typeof body === 'string' ? body : body.join('\n')), '')
  return print(nodes, { variables, defaults: defaultsOfStops(nodes) })
}

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'stop'; stop: string; byDefault: Node[]; transform: Transform | undefined }
  | { kind: 'variable'; name: string; byDefault: Node[] | undefined; transform: Transform | undefined }

type Transform = (value: string) => string

interface Context {
  variables: Variables
  defaults: Map<string, Node[]>
}

function print(nodes: Node[], context: Context): string {
  return nodes.map((node) => printNode(node, context)).join('')
}

function printNode(node: Node, context: Context): string {
  if (node.kind === 'text') return node.text
  const value = node.kind === 'stop' ? valueOfStop(node.stop, context) : valueOfVariable(node, context)
  return node.transform ? node.transform(value) : value
}

function valueOfStop(stop: string, context: Context): string {
  return print(context.defaults.get(stop) ?? [], context)
}

function valueOfVariable(node: Node & { kind: 'variable' }, context: Context): string {
  const value = context.variables[node.name]
  if (value !== undefined) return value
  if (node.byDefault) return print(node.byDefault, context)
  throw new Error(`The variable ${node.name} has no value.`)
}

// The first tab stop of a number that has a default gives it to all the others.
function defaultsOfStops(nodes: Node[], found = new Map<string, Node[]>()): Map<string, Node[]> {
  for (const node of nodes) {
    if (node.kind === 'text') continue
    const { byDefault = [] } = node
    if (node.kind === 'stop' && byDefault.length && !found.has(node.stop)) found.set(node.stop, byDefault)
    defaultsOfStops(byDefault, found)
  }
  return found
}

class Reader {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  get next(): string {
    return this.text.charAt(this.at)
  }

  take(length = 1): string {
    this.at += length
    return this.text.slice(this.at - length, this.at)
  }

  /** Passes what stands here and answers it, or passes nothing. */
  accept(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern, 'y')
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  expect(character: string): void {
    if (this.next !== character) throw new Error(`"${character}" is missing at ${this.at} of ${this.text}`)
    this.at++
  }
}

// Up to one of the ends, which is not passed; '' is the end of the snippet.
function parseNodes(reader: Reader, end: string): Node[] {
  const nodes: Node[] = []
  while (reader.at < reader.text.length && reader.next !== end) {
    nodes.push(parseReference(reader) ?? { kind: 'text', text: parseCharacter(reader) })
  }
  return nodes
}

function parseCharacter(reader: Reader): string {
  return reader.accept(/\\[\\$}]/)?.slice(1) ?? reader.take()
}

function parseReference(reader: Reader): Node | undefined {
  const simple = reader.accept(/\$\w+/)
  if (simple) return reference(simple.slice(1))
  const braced = reader.accept(/\$\{\w+/)
  if (!braced) return undefined
  const node = parseRest(reader, braced.slice(2))
  reader.expect('}')
  return node
}

function parseRest(reader: Reader, name: string): Node {
  if (reader.accept(/:/)) return reference(name, parseNodes(reader, '}'))
  if (reader.next === '|') return reference(name, [{ kind: 'text', text: parseChoices(reader)[0] ?? '' }])
  if (reader.next === '/') return reference(name, undefined, parseTransform(reader))
  return reference(name)
}

function reference(name: string, byDefault?: Node[], transform?: Transform): Node {
  if (/^\d/.test(name)) return { kind: 'stop', stop: name, byDefault: byDefault ?? [], transform }
  return { kind: 'variable', name, byDefault, transform }
}

function parseChoices(reader: Reader): string[] {
  const choices: string[] = []
  do {
    reader.take()
    choices.push((reader.accept(/(?:\\[\s\S]|[^,|\\])*/) ?? '').replace(/\\([,|\\])/g, '$1'))
  } while (reader.next === ',')
  reader.expect('|')
  return choices
}

interface FormatPart {
  text: (groups: readonly (string | undefined)[]) => string
  hasElse: boolean
}

// As in VS Code, a text that does not match stays as it is, unless the format says what stands there else.
function parseTransform(reader: Reader): Transform {
  reader.expect('/')
  const source = (reader.accept(/(?:\\[\s\S]|[^/\\])*/) ?? '').replaceAll('\\/', '/')
  reader.expect('/')
  const parts = parseFormat(reader)
  reader.expect('/')
  const pattern = new RegExp(source, reader.accept(/[a-z]*/))
  const format = (groups: readonly (string | undefined)[]) => parts.map((part) => part.text(groups)).join('')
  return (value) => {
    if (value.search(pattern) < 0) return parts.some((part) => part.hasElse) ? format([]) : value
    return value.replace(pattern, (...args) => format(args.slice(0, 1 + numberOfGroups(pattern))))
  }
}

function numberOfGroups(pattern: RegExp): number {
  return new RegExp(`${pattern.source}|`).exec('')!.length - 1
}

function parseFormat(reader: Reader): FormatPart[] {
  const parts: FormatPart[] = []
  while (reader.at < reader.text.length && reader.next !== '/') {
    parts.push(parseGroup(reader) ?? plainPart(reader.accept(/\\[\\/$}]/)?.slice(1) ?? reader.take()))
  }
  return parts
}

function plainPart(text: string): FormatPart {
  return { text: () => text, hasElse: false }
}

function parseGroup(reader: Reader): FormatPart | undefined {
  const simple = reader.accept(/\$\d+/)
  if (simple) return groupPart(simple.slice(1), (value) => value)
  const braced = reader.accept(/\$\{\d+/)
  if (!braced) return undefined
  const part = parseGroupRest(reader, braced.slice(2))
  reader.expect('}')
  return part
}

function parseGroupRest(reader: Reader, group: string): FormatPart {
  const word = reader.accept(/:\/\w+/)
  if (word) return groupPart(group, caseOf(word.slice(2)))
  if (reader.accept(/:\+/)) {
    const filled = parseText(reader, /[^}\\]/)
    return groupPart(group, (value) => value && filled)
  }
  if (reader.accept(/:\?/)) {
    const filled = parseText(reader, /[^:}\\]/)
    reader.expect(':')
    const empty = parseText(reader, /[^}\\]/)
    return { ...groupPart(group, (value) => (value ? filled : empty)), hasElse: true }
  }
  if (reader.accept(/:-?/)) {
    const empty = parseText(reader, /[^}\\]/)
    return { ...groupPart(group, (value) => value || empty), hasElse: true }
  }
  return groupPart(group, (value) => value)
}

function groupPart(group: string, change: Transform): FormatPart {
  return { text: (groups) => change(groups[Number(group)] ?? ''), hasElse: false }
}

function parseText(reader: Reader, plain: RegExp): string {
  let text = ''
  for (;;) {
    const character = reader.accept(/\\[\s\S]/)?.slice(1) ?? reader.accept(plain)
    if (character === undefined) return text
    text += character
  }
}

function caseOf(name: string): Transform {
  const capitalize: Transform = (value) => value.charAt(0).toUpperCase() + value.slice(1)
  if (name === 'upcase') return (value) => value.toUpperCase()
  if (name === 'downcase') return (value) => value.toLowerCase()
  if (name === 'capitalize') return capitalize
  throw new Error(`The change of case "${name}" is unknown.`)
}
