import { join } from 'node:path'
import { main } from './command.ts'
import { compilePatterns, late, optimizeLate } from './v8.ts'

compilePatterns()
optimizeLate(late.check)

import { RulePages } from './rule-pages.ts'
import { processTerminal } from './terminal.ts'

// The build puts the pages beside the program.
main(process.argv.slice(2), processTerminal(), new RulePages(join(__dirname, 'rules'))).then(
  (status) => {
    process.exitCode = status
  },
  (error) => {
    // Status 1 would say that there are findings.
    console.error(error)
    process.exitCode = 2
  },
)
