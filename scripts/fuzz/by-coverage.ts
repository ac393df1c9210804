import { Coverage } from '../../test/guided/coverage.ts'
import { Search, type Subject, type Way } from '../../test/guided/search.ts'
import { blocks, texts } from '../../test/guided/subjects.ts'

/** A search for inputs of any kind. */
interface NamedSearch {
  readonly name: string
  readonly search: Pick<Search<unknown>, 'broken' | 'tried' | 'kept' | 'reached'>
}

/** Each way tries as many inputs, so that it shows whether guidance helps. */
const ways: readonly Way[] = ['guided', 'mutating', 'fresh']

/** How many inputs a search tries before it is another one's turn. */
const turn = 320

/** Searches until the time is over or a law is broken, and says what code has run. The result is whether all laws have held. */
export function fuzzByCoverage(seed: number, seconds: number): boolean {
  const end = performance.now() + seconds * 1000
  const coverage = new Coverage((module) => module.startsWith('server/src/'))
  const named = <Input>(kind: string, subject: Subject<Input>): NamedSearch[] =>
    ways.map((way) => ({ name: `${kind}, ${way}`, search: new Search(subject, coverage, way, seed) }))
  const searches = [...named('minutes', texts()), ...named('blocks of Markdown', blocks())]
  const again = `npm run fuzz -- --by-coverage --seed ${seed}`
  let held = true
  while (held && performance.now() < end) held = searches.every((search) => holds(search, again))
  console.log(`\nFrom seed ${seed} on, for ${seconds} s:`)
  report(searches)
  return held
}

function holds({ name, search }: NamedSearch, again: string): boolean {
  process.stderr.write(`\r${`${search.tried} ${name}`.padEnd(60)}`)
  const broken = search.broken(turn)
  if (broken) console.error(`\nBroken: ${name} (${again})\n${JSON.stringify(broken.input)}`, broken.error)
  return !broken
}

function report(searches: readonly NamedSearch[]): void {
  const row = (tried: unknown, kept: unknown, reached: unknown, name: string) =>
    console.log(`${String(tried).padStart(8)}${String(kept).padStart(6)}${String(reached).padStart(25)}  ${name}`)
  row('tried', 'kept', 'characters of code run', '')
  for (const { name, search } of searches) row(search.tried, search.kept, search.reached, name)
}
