// Packs what is published, of what "npm run build" has built.
//   node scripts/package.mjs [FOLDER]     default: this one
import { packExtension, packServer } from './packing.mjs'

const folder = process.argv[2] ?? '.'
for (const file of [packExtension(folder), packServer(folder)]) console.log(file)
