import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { serve } from '../lsp/server.ts'
import { refusingAfterShutdown } from '../lsp/shutdown.ts'
import { webHost } from './host.ts'

const reader = new BrowserMessageReader(self as never)
const writer = new BrowserMessageWriter(self as never)
const connection = refusingAfterShutdown((options) => createConnection(reader, writer, options))
serve(connection, webHost(connection))
