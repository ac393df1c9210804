import { type Minutes, readMinutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/section.ts'
import { anchorOn } from '../../repository/anchor.ts'
import type { Repository } from '../../repository/repository.ts'
import { summarise } from '../../repository/summary.ts'
import { topicsOf } from '../../repository/topics.ts'
import { slice } from '../../text/span.ts'
import { topicText } from './topic-text.ts'

/** A topic of a team's meeting, as a report lists it. */
export interface TopicItem {
  /** The file of the meeting. */
  readonly path: string
  /** The fragment of its heading as the forge writes it; empty where the heading has none. */
  readonly anchor: string
  /** What stands behind the bullet. */
  readonly source: string
}

/** What a meeting does for itself, and nobody else needs to hear of. */
const household =
  /^(?:welcome|greetings?|introductions?|links|next meetings?|report(?:ing|ers?)?|(?:check |review |go through )?(?:(?:open|old|pending|last|previous|the) )?(?:ais?|actions?|action items?|tasks|to-?dos?|follow-?ups?)(?: (?:of|from) .*)?|begrüßung|nächste(?:s|r)? (?:treffen|sitzung|termine?)|offene (?:punkte|aufgaben))$|^(?:designate people|who (?:(?:is )?(?:takes|taking|presents|presenting|reports|reporting)))\b/i

/** The topics of a team's minutes in their order; topics below another one are left out. `urlOf` tells how the report links a file. */
export function topicItems(minutes: Minutes, repository: Repository, urlOf: (path: string) => string): TopicItem[] {
  const { path } = minutes
  const url = urlOf(path)
  const seen = new Set<string>()
  return topicSections(minutes, repository).flatMap(({ heading }): TopicItem[] => {
    const text = topicText(minutes, heading)
    const anchor = anchorOn(repository.forge, heading.anchor)
    const source = itemSource(text, anchor ? `${url}#${anchor}` : url, minutes.date?.iso ?? path)
    // The slides of a deck repeat their titles.
    if (source === undefined || seen.has(text)) return []
    seen.add(text)
    return [{ path, anchor, source }]
  })
}

function topicSections(minutes: Minutes, repository: Repository): Section[] {
  const named = new Set(topicsOf(summarise(minutes), repository.seriesOf(minutes.path)))
  const [title] = minutes.sections
  const asked = new Set(
    [...minutes.roles.filter(({ heading }) => heading), ...minutes.participants].map(({ label }) => label.start),
  )
  const topics = new Set<Section>()
  for (const section of minutes.sections) {
    const { heading, parent, meta } = section
    // The title of the minutes names the team, and no topic.
    const isTitle = section === title && (minutes.sections[1]?.heading.depth ?? 7) > heading.depth
    if (isTitle || meta || !named.has(heading.title) || asked.has(heading.content.start)) continue
    if (repository.teams.knows(heading.title) || household.test(topicText(minutes, heading))) continue
    if (!isBelow(parent, topics)) topics.add(section)
  }
  return [...topics]
}

function isBelow(parent: Section | undefined, topics: ReadonlySet<Section>): boolean {
  for (let at = parent; at; at = at.parent) if (topics.has(at)) return true
  return false
}

/** A link to the topic; a topic with links or brackets of its own has it behind its words, under the day. */
function itemSource(text: string, url: string, day: string): string | undefined {
  const behind = `${text} ([${day}](${url}))`
  const forms = /[[\]\\]|https?:/.test(text) ? [behind] : [`[${text}](${url})`, behind]
  return text ? forms.find((source) => isPlainItem(source, url)) : undefined
}

/** Whether a list item would be read as what it is meant to be: not as an action, a minutes line, a list of its own … */
function isPlainItem(source: string, url: string): boolean {
  const { text, facts, sections, minutesLines, actions, roles } = readMinutes('', `# T\n\n- ${source}\n\n# T\n`)
  const isLinked = facts.links.some(({ destination }) => slice(text, destination) === url)
  const isAlone = facts.items.length === 1 && sections.length === 2
  return isLinked && isAlone && minutesLines.length + actions.length + roles.length === 0
}
