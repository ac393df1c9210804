import { randomFrom } from '../support/random.ts'
import { type Coverage, Reached } from './coverage.ts'
import type { Random } from './mutate.ts'

/** What is searched for inputs that break a law. */
export interface Subject<Input> {
  readonly seeds: readonly Input[]
  /** Throws where the law is broken. */
  law(input: Input): void
  /** An input by chance. */
  fresh(random: Random): Input
  /** An input that is nearly the same, with something of the other one. */
  mutated(input: Input, other: Input, random: Random): Input
  /** The least that still fails of an input that does. */
  least(input: Input, fails: (input: Input) => boolean): Input
}

/** Guided: the seeds are mutated, and so is what runs new code. Mutating: the seeds alone are. Fresh: each input is made by chance. */
export type Way = 'guided' | 'mutating' | 'fresh'

/** How many inputs are tried before V8 is asked what they ran, which takes as long as a few of them. */
const batch = 16

/** Looks for inputs that break a law. The same seed tries the same ones. */
export class Search<Input> {
  tried = 0
  private readonly subject: Subject<Input>
  private readonly coverage: Coverage
  private readonly way: Way
  private readonly random: Random
  private readonly corpus: Input[]
  private readonly code: Reached

  constructor(subject: Subject<Input>, coverage: Coverage, way: Way, seed: number) {
    this.subject = subject
    this.coverage = coverage
    this.way = way
    this.random = randomFrom(seed)
    this.corpus = [...subject.seeds]
    this.code = new Reached(coverage)
    coverage.taken()
    if (way !== 'fresh') for (const input of subject.seeds) subject.law(input)
    this.code.add(coverage.taken())
  }

  get kept(): number {
    return this.corpus.length - this.subject.seeds.length
  }

  /** How many characters of code have run. */
  get reached(): number {
    return this.code.size
  }

  /** Tries so many inputs, and some more, until one breaks the law; answers the least of that one. */
  broken(times: number): { readonly input: Input; readonly error: unknown } | undefined {
    this.coverage.taken()
    for (const end = this.tried + times; this.tried < end; ) {
      const inputs = Array.from({ length: batch }, () => this.next())
      this.tried += batch
      const failing = inputs.find((input) => this.errorOf(input))
      if (failing !== undefined) return this.least(failing)
      this.learn(inputs)
    }
    return undefined
  }

  private next(): Input {
    if (this.way === 'fresh') return this.subject.fresh(this.random)
    let input = this.picked()
    do input = this.subject.mutated(input, this.picked(), this.random)
    while (this.random(2))
    return input
  }

  /** An input of the corpus, as often of its newest as of all. */
  private picked(): Input {
    const { length } = this.corpus
    const newest = this.random(2) ? length : Math.ceil(length / 8)
    return this.corpus[length - 1 - this.random(newest)]!
  }

  /** Keeps those of the inputs that run code that none before them ran. */
  private learn(inputs: readonly Input[]): void {
    const ran = this.coverage.taken()
    if (this.way === 'guided' && this.code.lacks(ran)) {
      for (const input of inputs) {
        this.subject.law(input)
        if (this.code.add(this.coverage.taken())) this.corpus.push(input)
      }
    }
    // Code that runs once in a program has run before its input ran alone.
    this.code.add(ran)
  }

  private errorOf(input: Input): unknown {
    try {
      this.subject.law(input)
      return undefined
    } catch (error) {
      return error
    }
  }

  private least(failing: Input) {
    const input = this.subject.least(failing, (smaller) => this.errorOf(smaller) !== undefined)
    return { input, error: this.errorOf(input) }
  }
}
