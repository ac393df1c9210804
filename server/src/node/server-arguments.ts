const usage = `Usage: minutes-language-server --stdio

Serves Markdown files and .minutes.json to an editor that speaks LSP, over
standard input and output. An editor starts it; docs/editors.md of Minutes has
recipes. "minutes help" tells of the command line.

Options:
  --stdio        serve
  --help, -h     print this text
  --version, -v  print the version
`

declare const MINUTES_VERSION: string

/** What a person is told who starts the server by hand; `undefined` where an editor starts it. */
export function answerTo(args: readonly string[]): { readonly out: string } | { readonly err: string } | undefined {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { out: usage }
  if (args.some((arg) => arg === '--version' || arg === '-v')) return { out: `${MINUTES_VERSION}\n` }
  if (args.includes('--stdio')) return undefined
  const notServing = `Say --stdio: "${args.join(' ')}" does not tell how to serve.`
  return { err: args.length ? `${notServing}\n"minutes-language-server --help" tells more.\n` : usage }
}
