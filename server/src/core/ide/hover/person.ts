import type { Minutes } from '../../minutes/minutes.ts'
import { actionName } from '../../repository/action-name.ts'
import type { Person } from '../../repository/person.ts'
import type { Repository } from '../../repository/repository.ts'
import { latestFirst, seriesFolderOf } from '../../repository/series.ts'
import { shortened } from '../../text/shortened.ts'
import { personCard } from '../person-card.ts'
import { item, line, type NoteLine, type Piece } from './note.ts'

const shownMeetings = 3
const shownActions = 4
const longestAction = 80

/** Who somebody is: their teams, the last meetings, and what they promised in them that is still open. */
export function personLines(
  person: Person,
  repository: Repository,
  read: (path: string) => Minutes | undefined,
): NoteLine[] {
  const { handle, name, teams, meetings } = personCard(person, repository)
  const last = meetings.slice(0, shownMeetings)
  const actions = openActions(person, repository, read)
  const more = actions.length - shownActions
  return [
    line({ strong: `@${handle}` }, ...(name === undefined ? [] : [` · ${name}`])),
    ...(teams.length ? [line(teams.join(', '))] : []),
    ...(last.length
      ? [line('Last meetings: ', ...joined(last.map(({ team, day, path }) => ({ text: `${team} ${day}`, path }))))]
      : []),
    ...(actions.length ? [line(`Open actions: ${actions.length}`)] : []),
    ...actions.slice(0, shownActions),
    ...(more > 0 ? [item(`and ${more} more`)] : []),
  ]
}

/** Those of the newest meeting of each team that they are in: what was open earlier and is not carried over is forgotten, or done. */
function openActions(person: Person, repository: Repository, read: (path: string) => Minutes | undefined): NoteLine[] {
  const isTheirs = ({ owners }: { readonly owners: readonly string[] }) =>
    owners.some((owner) => repository.people.of(owner) === person)
  const folders = new Set([...person.files.keys()].map(seriesFolderOf))
  const newest = [...folders].flatMap((folder) => repository.series(folder)?.meetings.at(-1) ?? [])
  const holding = newest.filter(({ summary }) => summary.actions.some((action) => !action.done && isTheirs(action)))
  return holding.sort(latestFirst).flatMap(({ path, day }) => {
    const minutes = read(path)
    const open = minutes?.actions.filter((action) => !action.done && isTheirs(action)) ?? []
    return open.map((action) =>
      item(`${shortened(actionName(action, minutes!), longestAction)} (`, { text: day, path }, ')'),
    )
  })
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at) => (at ? [', ', piece] : [piece]))
}
