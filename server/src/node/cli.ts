import { join } from 'node:path'
import { loadProgram } from './load-program.ts'

// The build puts the program beside this.
loadProgram<typeof import('./program.ts')>(join(__dirname, 'program.js')).run()
