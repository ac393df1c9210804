import { main } from './command.ts'

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status
})
