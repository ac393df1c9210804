import { appendFileSync } from 'node:fs'
import Mocha from 'mocha'

/** One line of the report that the suite leaves for the process that started VS Code. The last one has `end`. */
export type ReportLine = { title: string; error?: string } | { end: true }

/** Called by VS Code in its extension host, when the window is open. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Report })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await load()
  const failures = await new Promise<number>((resolve) => mocha.run(resolve))
  if (failures) throw new Error(`${failures} tests failed`)
}

/** The tests call `describe` when they are loaded, so they are loaded when it is there. */
async function load() {
  if (process.env.MINUTES_SUITE === 'elsewhere') return import('./elsewhere.ts')
  await import('./beside.ts')
  await import('./calendar.ts')
  await import('./checking.ts')
  await import('./completing.ts')
  await import('./findings.ts')
  await import('./fixes.ts')
  await import('./following.ts')
  await import('./going.ts')
  await import('./hindered.ts')
  await import('./ledger.ts')
  await import('./pictures.ts')
  await import('./preferences.ts')
  await import('./renaming.ts')
  await import('./reporting.ts')
  await import('./starting.ts')
  await import('./writing.ts')
}

/** Writes every result when it is known: an extension host that dies leaves what it has done, and no end. */
class Report extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner)
    runner.on('pass', (test) => write({ title: test.fullTitle() }))
    runner.on('fail', (test, error) => write({ title: test.fullTitle(), error: error.stack ?? String(error) }))
    runner.on('end', () => write({ end: true }))
  }
}

function write(line: ReportLine) {
  appendFileSync(process.env.MINUTES_SUITE_REPORT!, `${JSON.stringify(line)}\n`)
}
