import type { IsoDate } from '../minutes/calendar.ts'
import type { Repository } from './repository.ts'

/** What the team whose minutes stand in a folder is called on a day. Where nobody names it, it goes by its folder; at the root, by the repository. */
export function teamName(folder: string, day: IsoDate, repository: Repository): string {
  return repository.teams.nameOf(folder, day) || repository.name
}
