import assert from 'node:assert/strict'
import { once } from 'node:events'
import { PassThrough, Writable } from 'node:stream'
import { test } from 'node:test'
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { WholeMessages } from '../../server/src/node/whole-messages.ts'

test('each message leaves in one piece, and arrives', async () => {
  const output = new PassThrough()
  const pieces: string[] = []
  output.on('data', (piece: Buffer) => void pieces.push(piece.toString()))
  const messages = ['first', 'größer', ''].map((method) => ({ jsonrpc: '2.0', method }))
  const arrived: unknown[] = []
  const allArrived = new Promise<void>((resolve) => {
    new StreamMessageReader(output).listen((message) => {
      arrived.push(message)
      if (arrived.length === messages.length) resolve()
    })
  })
  const writer = new StreamMessageWriter(new WholeMessages(output))
  await Promise.all(messages.map((message) => writer.write(message)))
  assert.deepEqual(
    pieces.map((piece) => piece.replace(/^Content-Length: \d+\r\n\r\n/, '')),
    messages.map((message) => JSON.stringify(message)),
  )
  await allArrived
  assert.deepEqual(arrived, messages)
})

test('whoever writes hears that nobody reads any more', async () => {
  const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('nobody reads')) })
  const messages = new WholeMessages(output)
  const failed = once(messages, 'error') as Promise<[Error]>
  messages.write('Content-Length: 2\r\n\r\n')
  messages.write('{}')
  assert.match((await failed)[0].message, /nobody reads/)
})
