// Tells the licences of all packages that stand in the bundles: what is shipped has to name them.
import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { asModules } from './as-modules.mjs'
import { bundles } from './bundles.mjs'

export const licencesFile = 'THIRD-PARTY-LICENSES.txt'

/**
 * What no file of a package's own says.
 * @type {Readonly<Record<string, string>>}
 */
const saidElsewhere = {
  'vscode-uri': `It holds path-browserify, whose licence is this:\n\n${mit('2013 James Halliday')}\n\nIts own is this:`,
}

const beginning = `The programs of Minutes hold the packages that are named here, as they are or in part. Minutes itself is under the licence in the file LICENSE.
`

/** The text of the file that is shipped with the bundles. It builds them anew, and writes nothing. */
export async function licences() {
  const folders = new Set((await Promise.all(bundles.map(packagesIn))).flat())
  const texts = [...folders].map(licenceOf)
  return [beginning, ...new Set(texts.sort())].join(`\n${'-'.repeat(80)}\n\n`)
}

/**
 * The folders of the packages of which something stands in a bundle.
 * @param {import('esbuild').BuildOptions} bundle
 */
async function packagesIn(bundle) {
  // What is split knows no more what it is made of.
  const plugins = [asModules]
  const { metafile } = await build({ ...bundle, plugins, write: false, metafile: true, sourcemap: false })
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|third-?party-?notices)(?:[.-].*)?$/i.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\r\n?/g, '\n').trim())
  const known = [saidElsewhere[name], ...texts].filter((text) => text !== undefined)
  if (!known.length)
    throw new Error(`${folder} has no file that holds its licence. Look it up, and say it in scripts/licences.mjs.`)
  return `${name} ${version}${license ? ` (${license})` : ''}\n\n${known.join('\n\n')}\n`
}

/** @param {string} holder */
function mit(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
