import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { serve } from '../lsp/server.ts'
import { webHost } from './host.ts'

const connection = createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never))
serve(connection, webHost(connection))
