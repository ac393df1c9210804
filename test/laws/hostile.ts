import assert from 'node:assert/strict'

/** Texts that are cheap to write and dear to read with a parser that looks ahead or back too far. */
export const hostile: Readonly<Record<string, (length: number) => string>> = {
  'open brackets': repeated('['),
  'open and closed brackets': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  'closed brackets': repeated(']'),
  'images that do not end': repeated('![a]('),
  'nested images': (length) => '!['.repeat(length / 6) + '](a)'.repeat(length / 6),
  'links in open brackets': (length) => '['.repeat(length / 2) + '[a](b)'.repeat(length / 12),
  'links in brackets that do not end': (length) => '['.repeat(length / 8) + '](a(b(c'.repeat(length / 8),
  'images in links': (length) => `${'![['.repeat(length / 10)}${'](a)'.repeat(length / 6)}`,
  'titles that do not end': repeated('[a](b (c'),
  'quoted titles that do not end': repeated('[a](b "\\"'),
  'destinations that do not end': repeated('[a](<b'),
  'destinations with parentheses': repeated('[a](b('),
  'references without a definition': (length) => `[x]: y\n\n${'[a][b '.repeat(length / 6)}`,
  'brackets around a definition': (length) => `[x]: y\n\n${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  definitions: (length) => many(length, (index) => `[a${index}]: <b> "c"\n`),
  'labels of blanks': (length) => `[${' '.repeat(length)}\n`,
  'labels that do not end': repeated('[a\\]\n'),
  'runs of backticks': (length) => many(length, (index) => `${'`'.repeat(index % 400)}a`),
  'runs of backticks in pairs': (length) => many(length, (index) => `${'`'.repeat((index % 200) + 1)}a`.repeat(2)),
  backticks: repeated('`a``b'),
  'open angles': repeated('<'),
  'open tags': repeated('<a b="c" '),
  'attributes that do not end': repeated('<a b="'),
  'comments that do not end': repeated('a <!-- b\n\n'),
  'comments that do not end in a paragraph': repeated('a <!-- b '),
  declarations: repeated('a <!A <? <![CDATA['),
  'blank tags': (length) => `<a${' '.repeat(length)}b`,
  autolinks: repeated('<https:'),
  'emphasis in a heading': (length) => `# ${'*a _b ~c '.repeat(length / 9)}`,
  'closed emphasis in a heading': (length) => `# ${'_a '.repeat(length / 6)}${'a* '.repeat(length / 6)}`,
  'links in a heading': (length) => `# ${'[*a*](b) '.repeat(length / 9)}`,
  'references to characters': (length) => `# ${'&amp;&#x'.repeat(length / 8)}`,
  'escaped backticks': repeated('\\`a``'),
  'literal URLs': repeated('http://a.b?'),
  'URLs with an underscore in their host': repeated('www.a_'),
  'hosts without an end': (length) => `${'www.'.repeat(length / 4)}_`,
  'schemes without a host': repeated('http://'),
  'URLs with punctuation': (length) => `http://a.b/${'!'.repeat(length)}x`,
  'URLs with parentheses': (length) => `http://a.b/${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
  'URLs behind an open bracket': repeated('[http://a.b/c'),
  'bad URLs behind an open bracket': repeated('[http://a._/c'),
  quotes: repeated('> '),
  items: repeated('+ '),
  'items and blank lines': (length) => '+ '.repeat(length / 4) + '\n'.repeat(length / 2),
  'items that might be breaks': (length) => `${'* '.repeat(length / 2)}a`,
  'quotes and lazy lines': (length) => '> '.repeat(length / 4) + 'a\n'.repeat(length / 4),
  'quoted lines': repeated('> > [a\n'),
  'one word a line': repeated('a\n'),
  fences: repeated('```\n~~~\n'),
  'a fence and a break': (length) => `${'-'.repeat(length / 2)}\n${'`'.repeat(length / 2)}`,
  'open fences': repeated('``` a\n'),
  'blank lines': repeated(' \n'),
  'front matter that does not end': (length) => `---\n${'--- a\n'.repeat(length / 6)}`,
  'rows of a table': repeated('|a|\n|-|\n'),
  'columns of a table': (length) => `${'|a'.repeat(length / 4)}\n${'|-'.repeat(length / 4)}\n`,
  'bars with backslashes': (length) => `a|b\n-|-\n${'\\|'.repeat(length / 2)}`,
  'dashes with blanks': repeated('- -\t'),
  'blanks in a heading': (length) => `# a${' '.repeat(length)}b`,
  'hashes with blanks': (length) => `# ${'# '.repeat(length / 2)}a`,
  hashes: (length) => `# ${'#'.repeat(length)} a`,
  headings: repeated('# a\n'),
  'blanks in a break': (length) => `---${' '.repeat(length)}x`,
  'blanks in a resource': (length) => `[a](${' '.repeat(length)}x y`,
  'blanks behind a destination': (length) => `[a](b${' '.repeat(length)}x`,
  'blanks in an underlined heading': (length) => `a\nb${' '.repeat(length)}c\n===`,
  tabs: repeated('\t- \t'),
  backslashes: repeated('\\'),
}

/** The same for what reads minutes on top of Markdown. */
export const hostileMinutes: Readonly<Record<string, (length: number) => string>> = {
  ats: repeated('@'),
  'handles with a long end': (length) => `@a${'.'.repeat(length)}`,
  'handles that are none': (length) => many(length, (index) => `@a${'._-'.repeat(index % 100)}@`),
  'handles in emphasis': repeated('_*~@a'),
  'handles before a host': repeated('@a:b'),
  'one handle again and again': repeated('@ab '),
  'spellings of one handle': (length) => many(length, (index) => `@${spelling('abcdefghijklmnop', index)} `),
  'issues without a link': repeated('(#12 '),
  'issues in a list': repeated('a/b#12, '),
  'issues with long names': (length) => `${'a/b-'.repeat(length / 4)}#12`,
  'issues beside links': repeated('#12 https://a.b/c/d/issues/13 '),
  'links to issues whose texts have no number': repeated('[a](http://a.b/c/d/issues/1)\n'),
  'issues beside each other': repeated('a#1 '),
  'linked issues in a heading': (length) => `# ${'[#1: a b](http://a.b/c/d/issues/1) '.repeat(length / 36)}`,
  'one thing said again and again': (length) => `# T\n\nMinutes: ${'coming soon '.repeat(length / 12)}x`,
  'one wait after another': (length) => `# T\n\nMinutes: ${'waiting to be merged '.repeat(length / 21)}x`,
  'brackets in a note': (length) => `# T\n\nMinutes: a${'('.repeat(length)}x`,
  'blanks in a note': (length) => `# T\n\nMinutes: not${' '.repeat(length)}x`,
  'emphasis in a note': (length) => `# T\n\nMinutes: not${'* '.repeat(length / 2)}x`,
  'blanks behind no minutes': (length) => `# T\n\nNo minutes${' '.repeat(length)}x`,
  'blanks before minutes': (length) => `# T\n\nNo${' '.repeat(length)}x`,
  'labels alone': (length) => `# T\n\n${'Minutes:\n'.repeat(length / 9)}`,
  'labels that might go on with a sentence': (length) => `# T\n\n${'minutes:\n'.repeat(length / 9)}`,
  'labels parted by line separators': (length) => `# T\n\n${'Minutes:\u2028'.repeat(length / 9)}`,
  'labels below headings': repeated('# T\nMinutes:\n'),
  'labels below one long title': (length) =>
    `# ${'x'.repeat(length / 2)}\n${'## T\nMinutes: tbd\n'.repeat(length / 36)}`,
  'labels with links': (length) => `# T\n\n${'Minutes: [a](b)\n'.repeat(length / 16)}`,
  'labels in links': (length) => `# T\n\n${'[Minutes](b) <c:d>\n'.repeat(length / 19)}`,
  'labels above links': (length) => `# T\n\n${'- Minutes:\n  - [a](b)\n'.repeat(length / 23)}`,
  'labels beside code and tags': (length) => `# T\n\n${'Minutes: `a` <b>\n'.repeat(length / 17)}`,
  'links beside one label': (length) => `# T\n\nMinutes: ${'[a](b) '.repeat(length / 7)}`,
  'actions on one line': repeated('AI: '),
  'actions before blanks': (length) => `${'AI: '.repeat(length / 8)}${' *'.repeat(length / 4)}`,
  'owners on one line': repeated('AI @a '),
  'dots behind an owner': (length) => `AI @a${'.'.repeat(length)} x`,
  'actions on many lines': repeated('- AI @a: b\n'),
  'actions below headings': repeated('# T\n\nAI: a\n\n'),
  'actions beside code and tags': repeated('AI: a `b` <c>\n'),
  'tasks on many lines': repeated('- [x] @a b\n'),
  'blanks in the date of the front matter': (length) => `---\ndate:${' '.repeat(length)}'x\n---\n`,
  'keys of the front matter': (length) => `---\n${'date: "\n'.repeat(length / 8)}---\n`,
}

/** A text that is eight times as long takes about eight times as long. */
export function assertProportional(
  text: (length: number) => string,
  read: (text: string) => unknown,
  longest?: number,
): void {
  // The square would be 64 times as much.
  const limit = 32
  const factor = growth(text, read, limit, longest)
  assert.ok(factor < limit, `eight times the text took ${factor.toFixed(1)} times as long`)
}

/**
 * How many times as long a text takes as one an eighth of its length, which counts as what a clock can tell at least.
 * What the machine does besides makes single runs longer, so both are measured again while the factor is not below `limit`.
 */
export function growth(
  text: (length: number) => string,
  read: (text: string) => unknown,
  limit: number,
  longest = 200_000,
): number {
  const [short, long] = [text(longest / 8), text(longest)]
  let factor = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 12 && factor >= limit; attempt++) {
    const small = Math.max(2, Math.min(time(read, short), time(read, short), time(read, short)))
    factor = Math.min(factor, time(read, long) / small)
  }
  return factor
}

/**
 * Milliseconds. The clock also counts what else runs on the machine, and the processor's time what the engine does beside in threads of
 * its own; neither is less than what the reading takes.
 */
function time(read: (text: string) => unknown, text: string): number {
  const [start, used] = [performance.now(), process.cpuUsage()]
  read(text)
  const { user, system } = process.cpuUsage(used)
  return Math.min((user + system) / 1000, performance.now() - start)
}

function repeated(piece: string): (length: number) => string {
  return (length) => piece.repeat(length / piece.length)
}

export function many(length: number, piece: (index: number) => string): string {
  let text = ''
  for (let index = 0; text.length < length; index++) text += piece(index)
  return text
}

/** A word in capitals where a number has ones. */
function spelling(word: string, number: number): string {
  return [...word].map((letter, at) => ((number >> at) & 1 ? letter.toUpperCase() : letter)).join('')
}
