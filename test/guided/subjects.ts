import fc from 'fast-check'
import { markdownFiles } from '../laws/files.ts'
import { text } from '../laws/fuzz.ts'
import { block, blocksAreSkimmed } from '../laws/markdown.ts'
import { pieces } from '../laws/pieces.ts'
import { editsAreRead, fixingEnds, isReadAndChecked, positionsLeadBack } from '../laws/text-laws.ts'
import { encodings } from '../support/encodings.ts'
import { randomFrom } from '../support/random.ts'
import { type Random, respliced, retyped } from './mutate.ts'
import type { Subject } from './search.ts'
import { fewest, shortest } from './shrink.ts'

/** Longer texts take long, and say little more. */
const longest = 3000
const mostBlocks = 12

/** Texts of any kind, from the minutes of the sample on. */
export const texts = (): Subject<string> => ({
  ...textsFrom([...markdownFiles('test/sample'), ...markdownFiles('test/laws/texts')].map(({ text }) => text)),
  law(text) {
    isReadAndChecked(text)
    editsAreRead(text, editsOf(text))
    fixingEnds(text)
    positionsLeadBack(text, encodings[text.length % encodings.length]!)
  },
})

/** Blocks of Markdown, with blank lines between them. */
export const blocks = (): Subject<readonly string[]> => ({
  seeds: [[]],
  law: blocksAreSkimmed,
  fresh: (random) => sampled(fc.array(block(), { maxLength: 8 }), random),
  mutated(blocks, others, random) {
    const more = random(3) ? [sampled(block(), random)] : others
    return respliced(blocks, more, random).slice(0, mostBlocks)
  },
  least: fewest,
})

/** Texts that are made of these, by lines and by pieces of minutes. */
export const textsFrom = (seeds: readonly string[]): Omit<Subject<string>, 'law'> => ({
  seeds,
  fresh: (random) => sampled(text(), random),
  mutated(text, other, random) {
    const mutant = random(3) ? retyped(text, pieces, random) : respliced(linesOf(text), linesOf(other), random).join('')
    return mutant.slice(0, longest)
  },
  least: shortest,
})

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}

/** Some edits, always the same ones for the same text. */
function editsOf(text: string) {
  const random = randomFrom(text.length)
  return Array.from({ length: 2 }, () => ({
    at: random(text.length + 1),
    length: random(3) ? 0 : random(40),
    typed: pieces[random(pieces.length)]!,
  }))
}

function sampled<Value>(arbitrary: fc.Arbitrary<Value>, random: Random): Value {
  return fc.sample(arbitrary, { seed: random(2 ** 31), numRuns: 1 })[0]!
}
