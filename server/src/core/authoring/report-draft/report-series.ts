import type { Repository } from '../../repository/repository.ts'
import { type KnownTeam, knownTeams } from '../team.ts'

/** The series that report on others, that with the latest report first. */
export function reportSeries(repository: Repository): KnownTeam[] {
  return knownTeams(repository).filter(({ folder }) => repository.isReportSeries(folder))
}
