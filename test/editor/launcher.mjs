#!/usr/bin/env node
// Stands in for the program of a desktop VS Code where @vscode/test-electron starts one to run a suite: VS Code's server from npm,
// seen by a browser without a window. It knows the three arguments that a suite needs, and exits with the suite's code.
//   launcher.mjs FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '../../scripts/serve.mjs'
import { openBrowser } from './browser.mjs'

const timeLimit = 300_000
const root = resolve(fileURLToPath(import.meta.url), '../../..')
const args = process.argv.slice(2)

const aborted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => aborted.abort())

process.exitCode = await runSuite()

async function runSuite() {
  const browser = await openBrowser()
  try {
    const server = await serve({ home: join(root, '.editor'), automation: true, signal: aborted.signal })
    try {
      const page = await browser.newPage()
      const code = exitCode(page)
      await page.goto(address(server.url), { waitUntil: 'domcontentloaded' })
      return await Promise.race([code, server.ended.then(() => 1)])
    } finally {
      await server.stop()
    }
  } finally {
    await browser.close()
  }
}

/**
 * The workbench reports the suite's end to a function of the page.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function exitCode(page) {
  return new Promise((done) => {
    page.exposeFunction('codeAutomationExit', done)
    page.once('crash', () => {
      console.error('The page of VS Code crashed.')
      done(1)
    })
    setTimeout(async () => {
      mkdirSync(join(root, 'out'), { recursive: true })
      await page.screenshot({ path: join(root, 'out/suite-timeout.png') })
      console.error(`The suite did not end within ${timeLimit / 1000} s. The window is in out/suite-timeout.png.`)
      done(1)
    }, timeLimit).unref()
  })
}

/** @param {string} server */
function address(server) {
  const remote = (/** @type {string} */ name) =>
    `vscode-remote://${new URL(server).host}${encodeURI(resolve(option(name)))}`
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [name, remote(name)])
  const folder = args.find((arg) => !arg.startsWith('-')) ?? '.'
  return `${server}/?${new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) })}`
}

/** @param {string} name */
function option(name) {
  const value = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  if (!value) throw new Error(`--${name}=… is missing.`)
  return value
}
