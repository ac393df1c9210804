import { createConnection } from 'vscode-languageserver/node'
import { serve } from '../lsp/server.ts'
import { nodeHost } from './host.ts'
import { compilePatterns, keepHeapSmall, late, optimizeLate } from './v8.ts'

keepHeapSmall()
compilePatterns()
optimizeLate(late.server)
// Standard input and output, whatever other transport the arguments name: `--stdio` is what editors pass.
serve(createConnection(process.stdin, process.stdout), nodeHost)
