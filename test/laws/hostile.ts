/** Texts that are cheap to write and dear to read with a parser that looks ahead or back too far. */
export const hostile: Readonly<Record<string, (length: number) => string>> = {
  'open brackets': repeated('['),
  'open and closed brackets': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  'closed brackets': repeated(']'),
  'images that do not end': repeated('![a]('),
  'nested images': (length) => '!['.repeat(length / 6) + '](a)'.repeat(length / 6),
  'links in open brackets': (length) => '['.repeat(length / 2) + '[a](b)'.repeat(length / 12),
  'titles that do not end': repeated('[a](b (c'),
  'quoted titles that do not end': repeated('[a](b "\\"'),
  'destinations that do not end': repeated('[a](<b'),
  'destinations with parentheses': repeated('[a](b('),
  'references without a definition': (length) => `[x]: y\n\n${'[a][b '.repeat(length / 6)}`,
  'brackets around a definition': (length) => `[x]: y\n\n${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  definitions: (length) => many(length, (index) => `[a${index}]: <b> "c"\n`),
  'labels that do not end': repeated('[a\\]\n'),
  'runs of backticks': (length) => many(length, (index) => `${'`'.repeat(index % 400)}a`),
  backticks: repeated('`a``b'),
  'open angles': repeated('<'),
  'open tags': repeated('<a b="c" '),
  'attributes that do not end': repeated('<a b="'),
  'comments that do not end': repeated('a <!-- b\n\n'),
  'declarations that do not end': repeated('a <!A <? <![CDATA['),
  'blank tags': (length) => `<a${' '.repeat(length)}b`,
  autolinks: repeated('<https:'),
  'emphasis in a heading': (length) => `# ${'*a _b ~c '.repeat(length / 9)}`,
  'closed emphasis in a heading': (length) => `# ${'_a '.repeat(length / 6)}${'a* '.repeat(length / 6)}`,
  'links in a heading': (length) => `# ${'[*a*](b) '.repeat(length / 9)}`,
  'references to characters': (length) => `# ${'&amp;&#x'.repeat(length / 8)}`,
  'literal URLs': repeated('http://a.b?'),
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
  'open fences': repeated('``` a\n'),
  'blank lines': repeated(' \n'),
  'front matter that does not end': (length) => `---\n${'--- a\n'.repeat(length / 6)}`,
  'rows of a table': repeated('|a|\n|-|\n'),
  'columns of a table': (length) => `${'|a'.repeat(length / 4)}\n${'|-'.repeat(length / 4)}\n`,
  'dashes with blanks': repeated('- -\t'),
  hashes: (length) => `# ${'#'.repeat(length)} a`,
  headings: repeated('# a\n'),
  tabs: repeated('\t- \t'),
  backslashes: repeated('\\'),
}

/** The milliseconds that a short text takes, at least as many as a clock can tell, and one eight times as long. */
export function growth(
  text: (length: number) => string,
  read: (text: string) => unknown,
): { small: number; large: number } {
  const [short, long] = [text(25_000), text(200_000)]
  read(short)
  return {
    small: Math.max(
      2,
      best(() => read(short)),
    ),
    large: best(() => read(long)),
  }
}

/** The shortest of several runs: what the machine does besides only makes them longer. */
function best(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}

function repeated(piece: string): (length: number) => string {
  return (length) => piece.repeat(length / piece.length)
}

function many(length: number, piece: (index: number) => string): string {
  let text = ''
  for (let index = 0; text.length < length; index++) text += piece(index)
  return text
}
