import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Folder, smallRepository } from '../support/folder.ts'
import { Client } from './client.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const report = 'call/20250313.md'

test('findings need nothing of what answers requests: where that is missing, its user is told', async (t) => {
  const { client, uri } = await served(t)
  assert.deepEqual(await rulesIn(client, uri), ['stale-minutes-line'])
  for (const _ of [1, 2]) assert.deepEqual(await client.symbols(uri), [])
  await client.until(() => client.told.length > 0 && client.logged.some((line) => line.includes('answers.js')))
  assert.match(client.told[0]!, /could not be loaded/)
})

test('that of another version is not used', async (t) => {
  const { client, uri } = await served(t, (text) => text.replaceAll(`"${version}"`, '"0.0.0"'))
  assert.deepEqual(await client.symbols(uri), [])
  await client.until(() => client.logged.some((line) => line.includes('There is version 0.0.0 of it')))
})

test('findings do not wait for it; after them it is loaded unasked, so that another version may take its place', async (t) => {
  const { client, program, uri } = await served(
    t,
    (text) => `require('node:fs').writeFileSync(__dirname + '/loaded', '')\n${text}`,
  )
  assert.deepEqual(await rulesIn(client, uri), ['stale-minutes-line'])
  assert.ok(!existsSync(program.at('loaded')))
  for (let tries = 0; tries < 1000 && !existsSync(program.at('loaded')); tries += 1) await setTimeout(20)
  for (const name of ['answers.js', 'server.js']) program.remove(name)
  assert.notDeepEqual(await client.symbols(uri), [])
})

/** What is wrong in an open document, once all is read. */
async function rulesIn(client: Client, uri: string): Promise<unknown[]> {
  const found = (await client.reports()).find((each) => each.uri === uri)
  assert.ok(found?.kind === 'full')
  return found.items.map(({ code }) => code)
}

/** A client of a server that is a program in a folder of its own, with what answers requests as `change` makes it of what is shipped, or without. */
async function served(t: TestContext, change?: (text: string) => string) {
  const program = new Folder(t, { 'server.js': readFileSync('dist/server.js', 'utf8') })
  if (change) program.write('answers.js', change(readFileSync('dist/answers.js', 'utf8')))
  const folder = new Folder(t, smallRepository())
  const command = [process.execPath, program.at('server.js'), '--stdio']
  const client = await Client.during(t, [folder.uri], { command })
  await client.open(folder.uriOf(report), folder.read(report))
  return { client, program, uri: folder.uriOf(report) }
}
