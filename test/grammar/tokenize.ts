// Tokens as VS Code makes them: its tokenizer, its Markdown grammar, and the injections that package.json contributes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { grammars } from 'tm-grammars'
import type * as tm from 'vscode-textmate'

/** A run of characters of one line that have the same scopes; offsets are UTF-16 units from the line's start. */
export interface Token {
  start: number
  end: number
  scopes: string[]
}

export interface Injection {
  path: string
  scopeName: string
  injectTo: string[]
}

const MARKDOWN = 'text.html.markdown'

// What Markdown embeds in these tests. The grammars of the other fenced languages would only cost time.
const LOADED = ['markdown', 'html', 'html-derivative', 'css', 'javascript', 'json', 'yaml']

// Both are CommonJS whose types promise names that Node does not find in an import.
const require = createRequire(import.meta.url)
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma')
const textmate: typeof tm = require('vscode-textmate')

/** The grammars that package.json contributes. */
export function contributedInjections(): Injection[] {
  return JSON.parse(readFileSync('package.json', 'utf8')).contributes.grammars
}

/** Answers a function from a text, with line feeds between its lines, to the tokens of each line. */
export async function markdownTokenizer(injections: Injection[]): Promise<(text: string) => Token[][]> {
  const registry = new textmate.Registry({
    onigLib: loadOniguruma(),
    loadGrammar: async (scopeName) => readGrammar(scopeName, injections),
    getInjections: (scopeName) =>
      injections.filter((each) => each.injectTo.includes(scopeName)).map((each) => each.scopeName),
  })
  const grammar = await registry.loadGrammar(MARKDOWN)
  if (!grammar) throw new Error(`tm-grammars has no grammar for ${MARKDOWN}.`)
  return (text) => tokenize(grammar, text)
}

/** Joins neighbours of the same scopes, which an editor paints alike, and drops what only the line's end bears. */
export function joinAlike(tokens: Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && last.scopes.join(' ') === token.scopes.join(' ')) last.end = token.end
    else if (token.end > token.start) joined.push({ ...token })
  }
  return joined
}

function tokenize(grammar: tm.IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    return joinAlike(
      tokens.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        scopes,
      })),
    )
  })
}

function readGrammar(scopeName: string, injections: Injection[]): tm.IRawGrammar | null {
  const injection = injections.find((each) => each.scopeName === scopeName)
  const loaded = grammars.find((each) => each.scopeName === scopeName && LOADED.includes(each.name))
  const path = injection?.path ?? (loaded && require.resolve(`tm-grammars/grammars/${loaded.name}.json`))
  return path ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null
}

let loading: Promise<tm.IOnigLib> | undefined

// The regular expressions' engine is WebAssembly and may be loaded only once in a process.
function loadOniguruma(): Promise<tm.IOnigLib> {
  loading ??= oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }))
  return loading
}
