import type { PersonCard } from '../core/ide/person-card.ts'

/** The topics of a meeting, as Markdown. */
export function topicsText(topics: readonly string[]): string {
  return topics.map((topic) => `- ${escaped(topic)}`).join('\n')
}

/** Who a person is, as Markdown. */
export function personText({ name, teams, meetings }: PersonCard): string {
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
