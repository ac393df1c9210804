import { sectionAt } from '../../minutes/section.ts'
import { titlesAround } from '../../repository/summary.ts'
import type { Place } from './completion.ts'

/** The folders of the team about which a section of a report is, the likeliest first; none elsewhere. */
export function reportedFolders({
  minutes: { path, sections },
  repository,
  offset,
}: Pick<Place, 'minutes' | 'repository' | 'offset'>): readonly string[] {
  const section = sectionAt(sections, offset)
  return section && repository.isReport(path) ? repository.teamFolders(titlesAround(section), path) : []
}
