/**
 * What a sticky pattern (flag `y`) fits at an offset. Such a pattern has a place of its own, which whoever used it before has moved: here it
 * is set each time.
 */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** Where a match ends. */
export function endOf({ 0: matched, index }: RegExpExecArray): number {
  return index + matched.length
}
