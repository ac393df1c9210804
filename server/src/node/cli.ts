import { main } from './command.ts'

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error) => {
    // Status 1 would say that there are findings.
    console.error(error)
    process.exitCode = 2
  },
)
