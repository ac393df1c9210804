import { issueLines } from '../core/ide/hover/issue.ts'
import { linkLines } from '../core/ide/hover/link.ts'
import { markdown } from '../core/ide/hover/note.ts'
import { type PersonCard, personCard } from '../core/ide/person-card.ts'
import { isPictureFile } from '../core/minutes/picture.ts'
import { topicsOf } from '../core/repository/topics.ts'
import { nameOf } from '../core/text/path.ts'
import type { ItemData } from './completion-items.ts'
import { uriOf } from './convert.ts'
import type { Located } from './repositories.ts'

/**
 * More about what a completion offers, as Markdown: all topics of a meeting, which are too many for the list; how a page or the text below a
 * heading begins; the picture itself; who a person is; the meetings that spoke of an issue.
 */
export function documentationOf(
  { path, fragment, person, issue }: ItemData,
  label: string,
  file: Located,
): string | undefined {
  const { repository } = file.workspace
  if (issue !== undefined) return markdown(issueLines(issue, file.path, repository), (other) => uriOf(file.root, other))
  if (path === undefined) {
    const named = repository.people.of(person ?? label.slice('@'.length))
    return named && personText(personCard(named, repository))
  }
  if (isPictureFile(path)) return `![${escaped(nameOf(path))}](${uriOf(file.root, path)})`
  const summary = repository.summary(path)
  if (!summary) return undefined
  if (summary.date && fragment === undefined) return topicsText(topicsOf(summary, repository.seriesOf(path)))
  const lead = { kind: 'file', path, fragment: fragment ?? '', by: 'path', ref: undefined } as const
  const lines = linkLines({ lead }, repository, (other) => file.workspace.minutes(other))
  return markdown(lines, (other) => uriOf(file.root, other))
}

function topicsText(topics: readonly string[]): string {
  return topics.map((topic) => `- ${escaped(topic)}`).join('\n')
}

function personText({ name, teams, meetings }: PersonCard): string {
  const lines = meetings.map(({ day, team }) => `- ${day} ${escaped(team)}`)
  return [
    ...(name === undefined ? [] : [`**${escaped(name)}**`]),
    ...(teams.length ? [teams.map(escaped).join(', ')] : []),
    ...(lines.length ? [`Last meetings:\n\n${lines.join('\n')}`] : []),
  ].join('\n\n')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#!|&]/g, '\\$&')
}
