// Writes the pictures of docs/images anew, of what the walk through VS Code has shown. `npm test` leaves that in out/walk, and builds this.
//   node out/scripts/pictures.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallPng } from './pictures/small-png.ts'

/** The step of the walk that each shows. */
const steps = { editor: 'quick-fix', calendar: 'calendar' }

for (const [name, step] of Object.entries(steps)) {
  const taken = readdirSync('out/walk').find((file) => new RegExp(`^\\d+-${step}\\.png$`).test(file))
  if (!taken) throw new Error(`The walk has left no picture of "${step}". Run "npm test".`)
  const picture = smallPng(readFileSync(join('out/walk', taken)))
  writeFileSync(`docs/images/${name}.png`, picture)
  console.log(`${name}.png: ${(picture.length / 1000).toFixed(1)} KB`)
}
