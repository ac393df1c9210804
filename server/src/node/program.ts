import { join } from 'node:path'
import { main } from './command.ts'
import { RulePages } from './rule-pages.ts'
import { processTerminal } from './terminal.ts'
import { compilePatterns, late, optimizeLate } from './v8.ts'

export { main }

/** Runs the command line that this process was started with. */
export function run(): void {
  compilePatterns()
  optimizeLate(late.check)
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
}
