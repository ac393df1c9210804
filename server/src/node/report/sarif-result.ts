import type { ArtifactLocation, Region, Result, Fix as SarifFix } from 'sarif'
import type { FileEdit, Fix } from '../../core/repository/fix.ts'
import type { Finding } from '../../core/rules/check.ts'
import type { Span } from '../../core/text/span.ts'
import type { Places } from './places.ts'

/** Where a file of a repository is, given by its path. */
export type Base = (path: string) => ArtifactLocation

interface Surroundings {
  readonly base: Base
  readonly places: Places
}

/** A finding as SARIF says it, but for what depends on the list of rules. */
export function resultOf(path: string, finding: Finding, around: Surroundings): Result {
  const { rule, message, span, related } = finding
  const fixes = finding.fixes().filter(isOfEdits)
  return {
    ruleId: rule,
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: around.base(path), region: regionOf(path, span, around.places) } },
    ],
    ...(related && {
      relatedLocations: [
        { physicalLocation: { artifactLocation: around.base(related.path) }, message: { text: related.message } },
      ],
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, around)) }),
  }
}

/** SARIF knows no files that get a new name or a new picture: half a fix is none. */
function isOfEdits({ edits, rename, save }: Fix): boolean {
  return edits.length > 0 && !rename && !save
}

function fixOf({ title, edits }: Fix, { base, places }: Surroundings): SarifFix {
  const paths = [...new Set(edits.map(({ path }) => path))]
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: base(path),
      replacements: edits.filter((edit) => edit.path === path).map((edit) => replacementOf(edit, places)),
    })),
  }
}

function replacementOf({ path, span, newText }: FileEdit, places: Places) {
  return { deletedRegion: regionOf(path, span, places), insertedContent: { text: newText } }
}

function regionOf(path: string, span: Span, places: Places): Region {
  const { start, end } = places.range(path, span)
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}
