/** Whether a path fits one of some patterns. */
export function fitsAny(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(globMatcher)
  return (path) => matchers.some((fits) => fits(path))
}

/**
 * Whether a path as a whole fits a pattern. `*` and `?` stay within a name, `**` in the place of names goes through any number of folders,
 * `[a-z]`, `[!a]` and `{one,two}` are choices, and a backslash takes what follows as it is. What is not closed stands for itself. A regular
 * expression could take forever where somebody means harm: here, time grows with the lengths of pattern and path.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const steps = stepsOf(pattern, 0, pattern.length, closingBraces(pattern))
  return (path) => walk(steps, [0], path).at(-1) === path.length
}

/** Takes the offsets of a path that have been reached to those that can be reached from there. Both are in order. */
type Step = (reached: readonly number[], path: string) => readonly number[]

function walk(steps: readonly Step[], start: readonly number[], path: string): readonly number[] {
  let reached = start
  for (const step of steps) {
    if (!reached.length) break
    reached = step(reached, path)
  }
  return reached
}

/** `braces` holds where those that open are closed. */
function stepsOf(pattern: string, start: number, end: number, braces: ReadonlyMap<number, number>): Step[] {
  const steps: Step[] = []
  for (let at = start; at < end; at += 1) {
    const folders = /^\*\*(?:\/|$)/.exec(pattern.slice(at, Math.min(at + 3, end)))?.[0]
    const mark = pattern[at]!
    const brace = braces.get(at)
    const choice = mark === '[' ? /^\[[!^]?\]?[^\]/]*\]/.exec(pattern.slice(at, end))?.[0] : undefined
    if (folders && (at === start || pattern[at - 1] === '/')) {
      steps.push(folders === '**' ? toTheEnd : throughFolders)
      at += folders.length - 1
    } else if (mark === '*') {
      if (pattern[at - 1] !== '*' || at === start) steps.push(withinName)
    } else if (mark === '?') {
      steps.push(character((letter) => letter !== '/'))
    } else if (choice) {
      steps.push(character(choiceOf(choice)))
      at += choice.length - 1
    } else if (brace !== undefined) {
      steps.push(anyOf(alternatives(pattern, at + 1, brace, braces)))
      at = brace
    } else {
      if (mark === '\\' && at + 1 < end) at += 1
      const written = pattern[at]!
      steps.push(character((letter) => letter === written))
    }
  }
  return steps
}

function character(fits: (letter: string) => boolean): Step {
  return (reached, path) => reached.filter((at) => at < path.length && fits(path[at]!)).map((at) => at + 1)
}

function withinName(reached: readonly number[], path: string): readonly number[] {
  const ends: number[] = []
  for (const start of reached) {
    if (ends.length && start <= ends.at(-1)!) continue
    for (let end = start; end <= path.length; end += 1) {
      ends.push(end)
      if (path[end] === '/') break
    }
  }
  return ends
}

function throughFolders(reached: readonly number[], path: string): readonly number[] {
  const starts = new Set(reached)
  for (let slash = path.indexOf('/', reached[0]); slash >= 0; slash = path.indexOf('/', slash + 1))
    starts.add(slash + 1)
  return inOrder(starts)
}

function toTheEnd(_: readonly number[], path: string): readonly number[] {
  return [path.length]
}

function anyOf(choices: readonly (readonly Step[])[]): Step {
  return (reached, path) => inOrder(new Set(choices.flatMap((steps) => walk(steps, reached, path))))
}

function inOrder(offsets: ReadonlySet<number>): number[] {
  return [...offsets].sort((a, b) => a - b)
}

/** What stands between braces, parted by the commas that stand in no others. */
function alternatives(pattern: string, start: number, end: number, braces: ReadonlyMap<number, number>): Step[][] {
  const found: Step[][] = []
  let begin = start
  for (let at = start; at <= end; at += 1) {
    if (pattern[at] === '\\') at += 1
    else if (braces.has(at)) at = braces.get(at)!
    else if (at === end || pattern[at] === ',') {
      found.push(stepsOf(pattern, begin, at, braces))
      begin = at + 1
    }
  }
  return found
}

function choiceOf(choice: string): (letter: string) => boolean {
  const not = /^\[[!^]/.test(choice)
  const members = [...choice.slice(not ? 2 : 1, -1).matchAll(/(.)-(.)|./gs)]
  return (letter) => {
    if (letter === '/') return false
    return members.some(([one, from, to]) => (from ? from <= letter && letter <= to! : one === letter)) !== not
  }
}

function closingBraces(pattern: string): Map<number, number> {
  const closings = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === '{') open.push(at)
    else if (pattern[at] === '}' && open.length) closings.set(open.pop()!, at)
  }
  return closings
}
