import { createConnection } from 'vscode-languageserver/node'
import { serve } from '../lsp/server.ts'
import { refusingAfterShutdown } from '../lsp/shutdown.ts'
import { nodeHost } from './host.ts'
import { answerTo } from './server-arguments.ts'
import { tuneForServer } from './v8.ts'
import { WholeMessages } from './whole-messages.ts'

const answer = answerTo(process.argv.slice(2))
if (answer === undefined) start()
else if ('out' in answer) process.stdout.write(answer.out)
else {
  process.stderr.write(answer.err)
  process.exitCode = 2
}

function start(): void {
  tuneForServer()
  // Standard input and output, whatever other transport the arguments name: `--stdio` is what editors pass.
  const output = new WholeMessages(process.stdout)
  const connection = refusingAfterShutdown((options) => createConnection(process.stdin, output, options))
  serve(connection, nodeHost)
}
