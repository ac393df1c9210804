// The packages of LSP are CommonJS, of which esbuild can leave out nothing. They are compiled from modules by TypeScript, always in the same
// forms: this gives esbuild the modules back, so that what nobody calls is left out.
import { readFile } from 'node:fs/promises'

const packages =
  /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageclient|languageserver(?:-protocol|-types)?)[\\/]lib[\\/].*\.js$/

/** @type {import('esbuild').Plugin} */
export const asModules = {
  name: 'as-modules',
  setup({ onLoad }) {
    onLoad({ filter: packages }, async ({ path }) => ({ contents: asModule(await readFile(path, 'utf8'), path) }))
  },
}

/**
 * The module of which TypeScript has made a file. It throws an error where the file has a form that is not known here.
 * @param {string} text
 * @param {string} path
 */
export function asModule(text, path) {
  const module = pureNamespaces(isCommonJs(text) ? withImports(text) : text)
  if (/\b(?:module\.)?exports\b|\brequire\(["']/.test(withoutComments(module)))
    throw new Error(`${path} is not as TypeScript writes modules.`)
  return module
}

const marker = 'Object.defineProperty(exports, "__esModule", { value: true });'

/** @param {string} text */
function isCommonJs(text) {
  return text.includes(marker)
}

/** @param {string} text */
function withImports(text) {
  /** @type {Map<string, string>} where each name of a module comes from */
  const sources = new Map()
  /** @type {Set<string>} which may be opened more than once */
  const namespaces = new Set()
  // What stands before the marker are TypeScript's helpers.
  const module = text
    .slice(text.indexOf(marker) + marker.length)
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^(?:const|var) (\w+) = (?:__import\w+\()?require\(("[^"]+")\)\)?;$/gm, (line, name, source) => {
      sources.set(name, source)
      // `import x = require()` takes all that a package is; names that TypeScript makes, and `import * as`, take what is in it.
      const isWhole = !line.includes('__import') && !/_\d+$/.test(name)
      return `import ${isWhole ? name : `* as ${name}`} from ${source};`
    })
    .replace(/^__exportStar\(require\(("[^"]+")\), exports\);$/gm, 'export * from $1;')
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name, module, member) => `export { ${member} as ${name} } from ${sources.get(module)};`,
    )
    .replace(/^exports\.default = /gm, 'export default ')
    .replace(/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };')
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/^(\}\)\((\w+) \|\| \()exports\.\2 = (\2 = \{\}\)\);)$/gm, (_, before, name, behind) => {
      namespaces.add(name)
      return before + behind
    })
    .replace(/\bexports\.(\w+)\b(?! *=[^=])/g, '$1')
  return `${module}\nexport { ${[...namespaces].join(', ')} };\n`
}

/**
 * A namespace that is made in one piece does nothing but be there.
 * @param {string} text
 */
function pureNamespaces(text) {
  return text.replace(
    /^((?:export )?var (\w+));\n\(function \(\2\) \{\n([\s\S]*?)\n\}\)\(\2 \|\| \(\2 = \{\}\)\);$/gm,
    (whole, declared, name, body) =>
      text.split(`\n(function (${name}) {`).length === 2
        ? `${declared} = /* @__PURE__ */ (function (${name}) {\n${body}\nreturn ${name};\n})({});`
        : whole,
  )
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}
