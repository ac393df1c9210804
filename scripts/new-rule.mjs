// Makes the folder of a new rule: a rule that finds nothing yet, its page and its cases. The page's example and the first case fail until it does.
//   node scripts/new-rule.mjs NAME
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const rulesFolder = 'server/src/core/rules'
const templates = 'scripts/new-rule'
const ending = '.template'

const args = process.argv.slice(2)
const mistake = mistakeIn(args)
if (mistake) {
  console.error(`${mistake}\nUsage: npm run new-rule NAME`)
  process.exitCode = 2
} else make(/** @type {string} */ (args[0]))

/** @param {string[]} args */
function mistakeIn([name, ...others]) {
  if (!name || others.length) return 'Name one rule, after the fault that it finds: npm run new-rule swapped-action.'
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name)) {
    return `"${name}" is no name of a rule. Name the fault in small letters, with hyphens between its words: swapped-action.`
  }
  if (name === 'invalid-settings') return `"${name}" is what mistakes in .minutes.json are called.`
  if (existsSync(join(rulesFolder, name))) return `There is a rule "${name}" already: ${rulesFolder}/${name}.`
  return undefined
}

/** @param {string} name */
function make(name) {
  const folder = join(rulesFolder, name)
  mkdirSync(folder)
  for (const template of readdirSync(templates)) {
    const file = join(folder, template.slice(0, -ending.length))
    const text = readFileSync(join(templates, template), 'utf8')
    writeFileSync(file, text.replaceAll('NAME', name).replaceAll('TITLE', titleOf(name)))
    console.log(`Wrote ${file}.`)
  }
  const generate = spawnSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' })
  process.exitCode = generate.status ?? 1
  console.log(`
1. ${folder}/cases.md: write down the fault as people make it, and minutes in which nobody should be bothered.
2. node scripts/build.mjs && node scripts/test.mjs cases --of=${name}: the first case and the page's example fail, because the rule finds nothing.
3. ${folder}/rule.ts: find the fault. Build again before each test, as in 2.
4. ${folder}/README.md: write the rule's page. Its example is a test.
5. package.nls.de.json: write the rule's title in German, as "setting.minutes.rules.${name}".
6. npm run generate, when title, severity or options have changed.
7. test/sample: plant the fault, and enter it in test/sample-faults.json.
8. npm test: it decides, and holds what the cases alone do not, such as what a rule may import.

CONTRIBUTING.md says more.`)
}

/**
 * `swapped-action` becomes `Swapped action`, until somebody writes something better.
 * @param {string} name
 */
function titleOf(name) {
  const words = name.replaceAll('-', ' ')
  return words[0]?.toUpperCase() + words.slice(1)
}
