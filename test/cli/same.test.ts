import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Client } from '../protocol/client.ts'
import { findingsIn, type JsonFinding } from '../support/command.ts'
import { Folder } from '../support/folder.ts'

const severities = ['', 'error', 'warning', 'information', 'hint']

test('the command line and the server find the same in every file of the sample', async (t) => {
  const folder = Folder.sample(t)
  const { files, findings } = findingsIn(folder.root)
  const client = await Client.during(t, [folder.uri])
  const paths = readdirSync(folder.root, { recursive: true }).map(String)
  const checked = paths.filter((path) => path.endsWith('.md') || path === '.minutes.json')
  const found: string[] = []
  for (const path of checked) {
    const uri = folder.uriOf(path)
    await client.open(uri, folder.read(path), path.endsWith('.md') ? 'markdown' : 'jsonc')
    for (const { range, severity, code, message } of await client.diagnostics(uri)) {
      const place = ({ line, character }: { line: number; character: number }) => `${line + 1}:${character + 1}`
      found.push([path, place(range.start), place(range.end), severities[severity!], code, message].join(' '))
    }
    await client.close(uri)
  }
  assert.equal(files, checked.length)
  assert.ok(findings.length > 0)
  assert.deepEqual(found.sort(), findings.map(drawn).sort())
})

function drawn({ file, range: { start, end }, severity, rule, message }: JsonFinding): string {
  return [file, `${start.line}:${start.column}`, `${end.line}:${end.column}`, severity, rule, message].join(' ')
}
