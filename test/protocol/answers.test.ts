import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const report = 'call/20250313.md'

test('findings need nothing of what answers requests, and these are answered once that is there', async (t) => {
  const { client, program, uri } = await served(t)
  const found = (await client.reports()).find((each) => each.uri === uri)
  assert.ok(found?.kind === 'full')
  assert.deepEqual(
    found.items.map(({ code }) => code),
    ['stale-minutes-line'],
  )
  assert.deepEqual(await client.symbols(uri), [])
  await client.until(() => client.logged.some((line) => line.includes('answers.js')))
  cpSync('dist/answers.js', program.at('answers.js'))
  assert.notDeepEqual(await client.symbols(uri), [])
})

test('a server that has read its repository has loaded all of itself, so that another version may take its place', async (t) => {
  const { client, program, uri } = await served(t, ['answers.js'])
  await client.reports()
  program.remove('answers.js')
  program.remove('server.js')
  assert.notDeepEqual(await client.symbols(uri), [])
})

/** A client of a server that is a program in a folder of its own. */
async function served(t: TestContext, others: readonly string[] = []) {
  const program = new Folder(t)
  for (const name of ['server.js', ...others]) cpSync(`dist/${name}`, program.at(name))
  const folder = new Folder(t, smallRepository())
  const command = [process.execPath, program.at('server.js'), '--stdio']
  const client = await Client.during(t, [folder.uri], { command })
  await client.open(folder.uriOf(report), folder.read(report))
  return { client, program, uri: folder.uriOf(report) }
}
