import * as lsp from 'vscode-languageserver'
import { issueLines } from '../core/ide/hover/issue.ts'
import { linkLines } from '../core/ide/hover/link.ts'
import { item, line, type NoteLine } from '../core/ide/hover/note.ts'
import { type PersonCard, personCard } from '../core/ide/person-card.ts'
import { isPictureFile } from '../core/minutes/picture.ts'
import { topicsOf } from '../core/repository/topics.ts'
import { nameOf } from '../core/text/path.ts'
import { uriOf } from './convert.ts'
import type { ClientFacts } from './feature.ts'
import { likesMarkdown, toMarkup } from './markup.ts'
import type { Located } from './repositories.ts'

/** What it takes to tell more about a file, a heading of it, a person or an issue. Without any of these, a person is called as the label says. */
export interface ItemData {
  readonly uri: string
  readonly path?: string
  readonly fragment?: string
  readonly person?: string
  readonly issue?: string
}

/**
 * More about what a completion offers: all topics of a meeting, which are too many for the list; how a page or the text below a heading begins;
 * the picture itself, where the client can draw it; who a person is; the meetings that spoke of an issue.
 */
export function documentationOf(
  data: ItemData,
  label: string,
  file: Located,
  { capabilities }: ClientFacts,
): lsp.MarkupContent | undefined {
  const formats = capabilities.textDocument?.completion?.completionItem?.documentationFormat
  if (data.path === undefined || !isPictureFile(data.path)) {
    const lines = linesAbout(data, label, file)
    return lines.length ? toMarkup(lines, file.root, formats) : undefined
  }
  if (!likesMarkdown(formats)) return undefined
  const value = `![${escaped(nameOf(data.path))}](${uriOf(file.root, data.path)})`
  return { kind: lsp.MarkupKind.Markdown, value }
}

function linesAbout({ path, fragment, person, issue }: ItemData, label: string, file: Located): readonly NoteLine[] {
  const { repository } = file.workspace
  if (issue !== undefined) return issueLines(issue, file.path, repository)
  if (path === undefined) {
    const named = repository.people.of(person ?? label.slice('@'.length))
    return named ? personLines(personCard(named, repository)) : []
  }
  const summary = repository.summary(path)
  if (!summary) return []
  if (summary.date && fragment === undefined)
    return topicsOf(summary, repository.seriesOf(path)).map((topic) => item(topic))
  const lead = { kind: 'file', path, fragment: fragment ?? '', by: 'path', ref: undefined } as const
  return linkLines({ lead }, repository, (other) => file.workspace.minutes(other))
}

function personLines({ name, teams, meetings }: PersonCard): NoteLine[] {
  return [
    ...(name === undefined ? [] : [line({ strong: name })]),
    ...(teams.length ? [line(teams.join(', '))] : []),
    ...(meetings.length ? [line('Last meetings:')] : []),
    ...meetings.map(({ day, team }) => item(`${day} ${team}`)),
  ]
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#!|&]/g, '\\$&')
}
