/**
 * The parts of the code, each with what it imports: other parts and packages, and nothing else. An arrow stands here when it is used.
 * `*` stands for each folder at its place: they are parts of their own, which do not import each other.
 */
export const arrows: Arrows = {
  'core/collections': [],
  'core/text': ['fastest-levenshtein'],
  'core/syntax': ['core/text', 'decode-named-character-reference', 'github-slugger'],
  'core/minutes': ['core/text', 'core/syntax'],
  'core/repository': ['core/collections', 'core/text', 'core/minutes', 'fastest-levenshtein'],
  'core/settings': ['core/text', 'core/minutes', 'core/repository', 'jsonc-parser', 'valibot'],
  'core/rules/rule': ['core/text', 'core/minutes', 'core/repository', 'core/settings', 'valibot'],
  'core/rules/*': ['core/text', 'core/minutes', 'core/repository', 'core/rules/rule', 'valibot'],
  'core/rules': [
    'core/collections',
    'core/text',
    'core/syntax',
    'core/minutes',
    'core/repository',
    'core/settings',
    'core/rules/rule',
    'core/rules/*',
    'valibot',
  ],
  'core/ide': ['core/collections', 'core/text', 'core/syntax', 'core/minutes', 'core/repository', 'core/settings'],
  'core/authoring': ['core/collections', 'core/text', 'core/syntax', 'core/minutes', 'core/repository'],
  'core/host': ['core/minutes'],
  'core/workspace': ['core/host', 'core/minutes', 'core/repository', 'core/settings', 'core/rules', 'core/text'],
  'lsp/protocol': [],
  lsp: [
    'core/authoring',
    'core/collections',
    'core/host',
    'core/ide',
    'core/minutes',
    'core/repository',
    'core/rules',
    'core/settings',
    'core/text',
    'core/workspace',
    'lsp/protocol',
    'valibot',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'vscode-uri',
  ],
  download: ['core/text'],
  node: [
    'core/authoring',
    'core/collections',
    'core/host',
    'core/minutes',
    'core/repository',
    'core/rules',
    'core/settings',
    'core/text',
    'core/workspace',
    'download',
    'diff',
    'node:child_process',
    'node:fs',
    'node:module',
    'node:path',
    'node:readline/promises',
    'node:stream',
    'node:url',
    'node:util',
    'node:v8',
    'node:vm',
    'sarif',
  ],
  'node/server': ['lsp', 'node', 'node:path', 'node:url', 'vscode-languageserver/node'],
  web: ['core/host', 'core/text', 'lsp', 'lsp/protocol', 'vscode-languageserver', 'vscode-languageserver/browser'],
  client: ['download', 'lsp/protocol', 'vscode', 'vscode-languageclient'],
  'client/calendar-page': ['client', 'd3-scale', 'd3-selection'],
  'client/main': ['client', 'client/desktop', 'vscode'],
  'client/main.web': ['client', 'client/browser', 'vscode'],
  'client/desktop': ['client', 'client/process-client', 'vscode', 'vscode-languageclient'],
  'client/process-client': [
    'node:child_process',
    'node:path',
    'node:readline',
    'vscode-languageclient',
    'vscode-languageserver-protocol/node',
  ],
  'client/browser': ['client', 'vscode', 'vscode-languageclient/browser'],
}

export type Arrows = Readonly<Record<string, readonly string[]>>

/** Which part a file belongs to: the first whose pattern fits. */
const parts: readonly (readonly [pattern: RegExp, part: string])[] = [
  [/^server\/src\/core\/rules\/(?:rule|options)\.ts$/, 'core/rules/rule'],
  [/^server\/src\/core\/rules\/([^/]+)\//, 'core/rules/$1'],
  [/^server\/src\/(core\/[^/.]+)(?:\/|\.ts$)/, '$1'],
  [/^server\/src\/lsp\/protocol\.ts$/, 'lsp/protocol'],
  [/^server\/src\/node\/(?:stdio|host)\.ts$/, 'node/server'],
  [/^server\/src\/([^/]+)\//, '$1'],
  [/^client\/src\/(main|main\.web|desktop|process-client|browser)\.ts$/, 'client/$1'],
  [/^client\/src\/views\/calendar\/page\//, 'client/calendar-page'],
  [/^client\/src\//, 'client'],
]

/** The part of a file, given by its path; a package is a part by itself. */
export function partOf(path: string): string {
  const found = parts.find(([pattern]) => pattern.test(path))
  return found ? found[0].exec(path)![0].replace(...found) : path
}

/** The name that a part has in the table. */
export function nameInTable(part: string): string {
  return part in arrows ? part : part.replace(/^core\/rules\/[^/]+$/, 'core/rules/*')
}
