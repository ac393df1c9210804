export type Random = (limit: number) => number

/** The parts with some of them taken away, written twice, exchanged, or followed by the end of other parts. */
export function respliced<Part>(parts: readonly Part[], others: readonly Part[], random: Random): Part[] {
  const start = random(parts.length + 1)
  const end = Math.min(parts.length, start + 1 + random(4))
  const before = parts.slice(0, start)
  const some = parts.slice(start, end)
  const after = parts.slice(end)
  const from = random(others.length + 1)
  const ways = [
    () => [...before, ...after],
    () => [...before, ...some, ...some, ...after],
    () => [...before, ...after.slice(0, 1), ...some, ...after.slice(1)],
    () => [...before, ...others.slice(from)],
    () => [...before, ...others.slice(from, from + 1 + random(4)), ...some, ...after],
  ]
  return ways[random(ways.length)]!()
}

/** The text with a token typed somewhere, at the beginning or end of a line, or over some characters. */
export function retyped(text: string, tokens: readonly string[], random: Random): string {
  const token = tokens[random(tokens.length)]!
  const at = random(text.length + 1)
  const typed = (from: number, to = from) => text.slice(0, from) + token + text.slice(to)
  const lineEnd = text.indexOf('\n', at)
  const ways = [
    () => typed(at),
    () => typed(text.lastIndexOf('\n', at - 1) + 1),
    () => typed(lineEnd < 0 ? text.length : lineEnd),
    () => typed(at, at + random(12)),
    () => text.slice(0, at) + text.slice(at + 1 + random(12)),
  ]
  return ways[random(ways.length)]!()
}
