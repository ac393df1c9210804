import type { Minutes } from '../minutes/minutes.ts'
import type { MinutesLine } from '../minutes/minutes-line.ts'
import type { Section } from '../minutes/section.ts'
import { contains, slice } from '../text/span.ts'
import { defaultReportDays, type Repository } from './repository.ts'
import type { Meeting } from './series.ts'
import { titlesAround } from './summary.ts'
import type { Target } from './target.ts'

/** The meeting that a minutes line is to lead to; `undefined` when its section names no team, or the team has no minutes to report on. */
export function meetingOf(
  line: MinutesLine,
  minutes: Minutes,
  repository: Repository,
  days = defaultReportDays,
): Meeting | undefined {
  return meetingNamed(titlesAround(line.section), linkTarget(line, minutes, repository), minutes.path, repository, days)
}

/** The same of a minutes line that is known by the titles of the headings around it, the innermost first, and by where it leads. */
export function meetingNamed(
  titles: readonly string[],
  target: Target | undefined,
  report: string,
  repository: Repository,
  days = defaultReportDays,
): Meeting | undefined {
  const folders = repository.teamFolders(titles, report)
  // A link to a folder says which one is meant, but only a heading that names a team makes a minutes line.
  return folders.length ? repository.reportedMeeting(withLinked(target, folders, repository), report, days) : undefined
}

/** The folders in which the minutes of a minutes line may stand, the likeliest first: the one that it links, then those of its section's team. */
export function foldersOf(line: MinutesLine, minutes: Minutes, repository: Repository): readonly string[] {
  const folders = repository.teamFolders(titlesAround(line.section), minutes.path)
  return withLinked(linkTarget(line, minutes, repository), folders, repository)
}

/** The meeting that a team section is about. Unlike a minutes line, it is known by its own heading alone. */
export function meetingOfSection(
  section: Section,
  minutes: Minutes,
  repository: Repository,
  days = defaultReportDays,
): Meeting | undefined {
  return repository.reportedMeeting(repository.teamFolders([section.heading.title], minutes.path), minutes.path, days)
}

/** The files that the links of a section, that of a sub-section not included, lead to. */
export function filesLinkedIn(section: Section, { facts, path, text }: Minutes, repository: Repository): string[] {
  const own = { start: section.span.start, end: section.ownEnd }
  const targets = facts.links
    .filter((link) => contains(own, link.span))
    .map((link) => repository.targetOf(slice(text, link.destination), path))
  return targets.flatMap((target) => ('path' in target ? [target.path] : []))
}

export function linkTarget(line: MinutesLine, minutes: Minutes, repository: Repository): Target | undefined {
  return line.link && repository.targetOf(slice(minutes.text, line.link.destination), minutes.path)
}

function withLinked(target: Target | undefined, folders: readonly string[], repository: Repository): readonly string[] {
  const isLinked = target?.kind === 'repository' && repository.series(target.path)
  return isLinked ? [...new Set([target.path, ...folders])] : folders
}
