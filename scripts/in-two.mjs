// A program as two bundles: the second is loaded when it is first asked for, and takes from the first what both need. esbuild splits ES modules
// alone, which no program of ours is, and what both need becomes a third one. So the second is made to need the whole program: then that is the
// third, and nothing is left of the first. The two modules are bundled once more, each in the form that it shall have.
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { build } from 'esbuild'

/** @typedef {import('esbuild').BuildOptions & { entryPoints: [string], outfile: string }} Bundle */
/** @typedef {{ contents: string, watchFiles: string[] }} Module as a plugin loads it, and the files of which it is made */

/**
 * The two bundles, as esbuild takes any others. The program may import the entry of the second; the output of that requires the program by the
 * name of its file.
 * @param {Bundle} program
 * @param {Bundle} later
 * @returns {[Bundle, Bundle]}
 */
export function inTwo(program, later) {
  const split = forEach(() => splitOf(program, later))
  return [
    { ...program, plugins: [taking(program, later, async () => (await split('program')).program)] },
    { ...later, plugins: [taking(later, program, async () => (await split('later')).later)] },
  ]
}

/**
 * What is made once for all who take it, and made anew for who takes it again: names that one module has of the other are the same in both.
 * @template Made
 * @param {() => Made} make
 * @returns {(taker: string) => Made}
 */
function forEach(make) {
  /** @type {{ made: Made, takers: Set<string> } | undefined} */
  let last
  return (taker) => {
    if (!last || last.takers.has(taker)) last = { made: make(), takers: new Set() }
    last.takers.add(taker)
    return last.made
  }
}

/**
 * @param {Bundle} program
 * @param {Bundle} later
 * @returns {Promise<{ program: Module, later: Module }>}
 */
async function splitOf(program, later) {
  // These are for what the modules become.
  const { banner: _, footer: __, globalName: ___, supported: ____, outfile, plugins = [], ...options } = program
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: { nothing: program.entryPoints[0], later: later.entryPoints[0] },
    chunkNames: 'program',
    outdir: dirname(outfile),
    format: 'esm',
    splitting: true,
    sourcemap: 'inline',
    metafile: true,
    write: false,
    plugins: [needing(later, program), ...plugins],
  })
  const watchFiles = Object.keys(metafile.inputs).map((file) => resolve(file))
  /** @param {string} name */
  const module = (name) => {
    const file = outputFiles.find(({ path }) => basename(path) === name)
    if (!file) throw new Error(`${outfile} cannot be split: there is no ${name}.`)
    return { contents: file.text, watchFiles }
  }
  return { program: module('program.js'), later: module('later.js') }
}

/**
 * Lets an entry import another, of which it takes nothing.
 * @param {Bundle} entry
 * @param {Bundle} other
 * @returns {import('esbuild').Plugin}
 */
function needing({ entryPoints: [entry] }, { entryPoints: [other] }) {
  return {
    name: 'needing',
    setup({ onLoad }) {
      onLoad({ filter: only(entry) }, async ({ path }) => ({
        contents: `${await readFile(path, 'utf8')}\nimport ${JSON.stringify(resolve(other))}`,
        loader: 'ts',
      }))
    },
  }
}

/**
 * Takes what has been made of an entry in its place, as if it were in the output's folder; all that it imports by a path is the other bundle.
 * @param {Bundle} bundle
 * @param {Bundle} other
 * @param {() => Promise<Module>} made
 * @returns {import('esbuild').Plugin}
 */
function taking({ outfile }, other, made) {
  const module = resolve(outfile.replace(/js$/, 'mjs'))
  /** @type {string[]} */
  let watchFiles = []
  const load = async () => {
    try {
      const loaded = await made()
      watchFiles = loaded.watchFiles
      return loaded
    } catch (error) {
      // Who mends one of these files wants to have it built again.
      return { errors: /** @type {import('esbuild').BuildFailure} */ (error).errors, watchFiles }
    }
  }
  return {
    name: 'taking',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\// }, ({ kind }) =>
        kind === 'entry-point' ? { path: module } : { path: `./${basename(other.outfile)}`, external: true },
      )
      onLoad({ filter: only(module) }, load)
    },
  }
}

/** @param {string} file */
function only(file) {
  return new RegExp(`^${resolve(file).replace(/[^\w/]/g, '\\$&')}$`)
}
