import assert from 'node:assert/strict'
import fc from 'fast-check'
import { skim } from '../../server/src/core/syntax/skim.ts'
import { draw } from './draw.ts'
import { remarkFacts } from './remark.ts'

/**
 * What holds of Markdown as people write it: blocks with blank lines between them. Where blocks run into one another both readers have their
 * quirks, and behind a bracket that is not closed
 * they mean to differ; the examples of the specification are compared elsewhere.
 */
export const markdownLaws = (): Readonly<Record<string, fc.IProperty<unknown>>> => ({
  'skim says what remark-parse says of blocks of any kind': fc.property(
    fc.array(block(), { maxLength: 8 }),
    blocksAreSkimmed,
  ),
})

/** Skim says what remark-parse says of blocks, with blank lines between them. */
export function blocksAreSkimmed(blocks: readonly string[]): void {
  const text = ['# Harbour', ...blocks, ''].join('\n\n')
  assert.deepEqual(draw(text, skim(text)), draw(text, remarkFacts(text)))
}

const words = [
  'we ',
  'Ropes',
  ' 2025-03-12',
  'AI @ines-berg: oil',
  'n/a',
  ', ',
  '. ',
  'ä',
  '🛟',
  '#12',
  '1) ',
  '- ',
  '& ',
]
const marks = ['*', '**', '_', '`', '~~', ']', '(', ')', '<', '>', '\\', '|', '!', '&amp;', ':', '"']
const wholes = [
  '[a](b.md)',
  '[a b](<c d.md> "e")',
  '![c](d.png)',
  '[ref]',
  '[x][ref]',
  '<https://example.org/a>',
  'https://example.org/a_(b)',
  'www.example.org',
  'ines@example.org',
  '<b>',
  '</b>',
  '<!-- a -->',
  '`a [b](c)`',
  '**a [b](c)**',
]

export function block(): fc.Arbitrary<string> {
  const heading = fc.tuple(fc.constantFrom('# ', '## ', '### '), inline()).map(([mark, text]) => mark + text)
  const underlined = inline().map((text) => `x${text}\n---`)
  const item = fc
    .tuple(fc.constantFrom('- ', '* ', '1. ', '- [ ] ', '  - '), inline())
    .map(([mark, text]) => mark + text)
  const list = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.join('\n'))
  const quote = inline().map((text) => `> x${text}`)
  const code = inline().map((text) => `\`\`\`\n${text}\n\`\`\``)
  const table = fc.tuple(inline(), inline()).map(([a, b]) => `| a | b |\n|---|---|\n| ${a} | ${b} |`)
  const others = fc.constantFrom('---', '[ref]: https://example.org/x', '<div>\n<b>\n</div>', '<!-- a\nb -->')
  return fc.oneof(inline(), heading, underlined, list, quote, code, table, others)
}

function inline(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...wholes), fc.constantFrom(...marks))
  return fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ').trim())
}
