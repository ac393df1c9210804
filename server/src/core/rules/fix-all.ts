import type { FileEdit, Fix } from '../repository/fix.ts'
import type { Span } from '../text/span.ts'
import type { Finding } from './check.ts'

export interface CombinedFix {
  readonly edits: readonly FileEdit[]
  /** How many findings the edits mend. */
  readonly mended: number
}

/** The first accepted fix of each finding, as far as they do not touch each other. Fixes that rename a file or store one are made one by one. */
export function fixAll(findings: readonly Finding[], accepts: (fix: Fix, finding: Finding) => boolean): CombinedFix {
  const edits: FileEdit[] = []
  let mended = 0
  for (const finding of findings) {
    const fix = finding.fixes().find((fix) => !fix.rename && !fix.save && accepts(fix, finding))
    if (
      !fix ||
      fix.edits.some((edit) => edits.some((other) => other.path === edit.path && overlap(edit.span, other.span)))
    )
      continue
    edits.push(...fix.edits)
    mended += 1
  }
  return { edits, mended }
}

/**
 * The minutes lines among some findings that can be filled in at once. A line whose note says more than that there are no minutes yet is
 * left out: whether its words go, a person decides.
 */
export function fillableLines(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule, fixes }) => rule === 'stale-minutes-line' && fixes().some(isSafe))
}

export function isSafe({ safety }: Fix): boolean {
  return safety === 'safe'
}

/** Two insertions at one place overlap too: their order would be by chance. */
function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start
}
