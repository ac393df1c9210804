import { fileUrl, parseForgeUrl } from '../../minutes/forge-url.ts'
import { sectionAt } from '../../minutes/section.ts'
import { titlesAround } from '../../repository/summary.ts'
import type { Completion, Place } from './completion.ts'
import { describeAll, nearMeetings } from './meetings.ts'

/** In a URL of the repository: its minutes. `undefined` when the place is in no such URL. */
export function completeUrl(place: Place): Completion[] | undefined {
  const { minutes, repository, offset, today } = place
  const { forge } = repository
  if (!forge) return undefined
  const start =
    offset - /[^\s()<>[\]"']*$/.exec(minutes.text.slice(Math.max(0, offset - longestUrl), offset))![0].length
  const typed = minutes.text.slice(start, offset)
  if (!typed.toLowerCase().startsWith(`${forge.url.toLowerCase()}/`) || typed.includes('#')) return undefined
  const end = offset + /^[^\s()<>[\]"'#]*/.exec(minutes.text.slice(offset, offset + longestUrl))![0].length
  const day = repository.dayOf(minutes.path) ?? today
  const others = nearMeetings(foldersAt(place, typed), day, repository).filter(({ path }) => path !== minutes.path)
  return describeAll(others, repository).map((described) => {
    const url = fileUrl(forge, described.path)
    return { ...described, span: { start, end }, newText: url, filterText: url }
  })
}

const longestUrl = 500

/** The folder that has been typed, else the team's of this section, else all. */
function foldersAt({ minutes, repository, offset }: Place, typed: string): readonly string[] {
  const path = parseForgeUrl(typed)?.refAndPath.replace(`${repository.forge!.branch}/`, '') ?? ''
  const named = repository.seriesFolders.filter((folder) => path && (path === folder || path.startsWith(`${folder}/`)))
  if (named.length) return named
  const section = sectionAt(minutes.sections, offset)
  const team = section ? repository.teamFolders(titlesAround(section), minutes.path) : []
  return team.length ? team : repository.seriesFolders
}
