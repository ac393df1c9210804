// Writes the files that come from the rules, the declarations of the settings, the pages of the features and the packages that are bundled; with
// --check, only compares them.
//   node scripts/generate.mjs [--check]
// It builds what it needs by itself: with a rule that has just come or gone, the rest cannot be built before the list of rules is right.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { licences, licencesFile } from './licences.mjs'

const rulesFolder = 'server/src/core/rules'
const check = process.argv.includes('--check')
const differing = []

const { rulesIndex } = await load('scripts/generate/rules-index.ts')
put({ path: `${rulesFolder}/index.ts`, text: rulesIndex(foldersWithRule()) })
if (!differing.length) {
  const { generatedFiles } = await load('scripts/generate/generated.ts')
  for (const file of generatedFiles({ read, list })) put(file)
  put({ path: licencesFile, text: await licences() })
}
for (const path of differing)
  console.error(`${path} is not what the rules, settings, pages and packages say. Run "npm run generate".`)
process.exitCode = differing.length ? 1 : 0

function foldersWithRule() {
  return readdirSync(rulesFolder).filter((folder) => existsSync(`${rulesFolder}/${folder}/rule.ts`))
}

function put({ path, text }) {
  if (read(path) === text) return
  if (check) differing.push(path)
  else {
    writeFileSync(path, text)
    console.log(`Wrote ${path}.`)
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function list(folder) {
  return readdirSync(folder).sort()
}

async function load(entry) {
  const outfile = resolve('out', entry.replace(/\.ts$/, '.mjs'))
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' })
  return import(pathToFileURL(outfile).href)
}
