import type { Heading } from './facts.ts'

/**
 * A stretch of inline content: `source` from `from` to `to`. In the file it stands `shift` characters further on, so
 * that a paragraph of a block quote can be read from a copy in which the marks of the quote are blanks.
 */
export interface Passage {
  readonly source: string
  readonly shift: number
  readonly from: number
  readonly to: number
  /** The heading whose content it is. */
  readonly heading: Pick<Heading, 'span' | 'depth' | 'nested'> | undefined
}

/** All passages have one shape, which makes reading them twice as fast. */
export function passage(
  source: string,
  shift: number,
  from: number,
  to: number,
  heading?: Passage['heading'],
): Passage {
  return { source, shift, from, to, heading }
}
