// A text with lines of carets under it: `^^^^ scope` names the scope that the characters above bear.
import type { Token } from './tokenize.ts'

const CARETS = /^ *\^+ \S+\.minutes$/

/** The text without its lines of carets. */
export function withoutCarets(drawing: string): string {
  return drawing
    .split('\n')
    .filter((line) => !CARETS.test(line))
    .join('\n')
}

/** The text with a line of carets for each run of characters that bears one of this project's scopes. */
export function draw(text: string, tokens: Token[][]): string {
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...scopedRuns(tokens[index] ?? []).map(drawRun)])
    .join('\n')
}

/** Whether this project gave the scope, and not Markdown. */
export function isOurs(scope: string): boolean {
  return scope.endsWith('.minutes')
}

interface Run {
  start: number
  end: number
  scope: string
}

function scopedRuns(tokens: Token[]): Run[] {
  const runs: Run[] = []
  for (const { start, end, scopes } of tokens) {
    for (const scope of scopes.filter(isOurs)) {
      const open = runs.find((run) => run.scope === scope && run.end === start)
      if (open) open.end = end
      else runs.push({ start, end, scope })
    }
  }
  return runs
}

function drawRun({ start, end, scope }: Run): string {
  return `${' '.repeat(start)}${'^'.repeat(end - start)} ${scope}`
}
