import { countsOf } from '../../collections.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Summary } from '../../repository/summary.ts'
import { usualMeetings } from '../new-minutes/model.ts'
import { folderNow, meetsLately, reportedMeeting } from './reported-meetings.ts'

/** A section on a team, under the heading that the last reports give it. */
export interface TeamSection {
  readonly title: string
  readonly depth: number
  /** Where the minutes of the team may stand, the likeliest folder first. */
  readonly folders: readonly string[]
  /** Where they do by now: two sections with one folder are on one team. */
  readonly folder: string
}

/** So many reports tell which teams there are, and in which order they report. */
const telling = 20
/** A team is usually reported on that has a section in so many of the last reports. */
const lastOnes = 3
const enough = 2
const usualDepth = 2

/**
 * The sections on teams of a report that is yet to be written, in their usual order: those that the last reports have, those of the other
 * teams that have met since, and those of the teams of `.minutes.json` that still meet, however seldom.
 */
export function usualSections(report: string, repository: Repository): TeamSection[] {
  const lists = lastReports(report, repository).map((summary) => teamSections(summary, report, repository))
  const last = lists.slice(0, lastOnes)
  const configured = configuredTeams(report, repository)
  const isExpected = ({ folder }: TeamSection) =>
    configured.some((team) => team.folder === folder) && meetsLately(folder, report, repository)
  return [...inOrder(lists), ...configured]
    .filter(({ folder }, at, all) => all.findIndex((section) => section.folder === folder) === at)
    .filter(
      (section) =>
        isExpected(section) || isUsual(section, last) || reportedMeeting(section.folders, report, repository),
    )
    .map((section) => asInLast(section, last))
}

function isUsual({ folder }: TeamSection, last: readonly (readonly TeamSection[])[]): boolean {
  const having = last.filter((list) => list.some((section) => section.folder === folder))
  return having.length >= Math.min(enough, last.length)
}

/** A section as most of the last reports spell it; one that the latest has not is as deep as those that it has. */
function asInLast(section: TeamSection, last: readonly (readonly TeamSection[])[]): TeamSection {
  const titles = last.flat().flatMap(({ folder, title }) => (folder === section.folder ? [title] : []))
  const title = mostFrequent(titles) ?? section.title
  if (last[0]?.includes(section)) return { ...section, title }
  const depths = last.find((list) => list.length)?.map(({ depth }) => depth) ?? []
  return { ...section, title, depth: mostFrequent(depths) ?? section.depth }
}

/** The last reports of the series before this one, the latest first: those that are like most of them, texts or decks. */
export function lastReports(report: string, repository: Repository): Summary[] {
  const day = repository.reportWindow(report)?.until
  const before = day === undefined ? [] : usualMeetings(repository.seriesOf(report), day)
  return before.slice(0, telling).map(({ summary }) => summary)
}

/** Those on the teams of `.minutes.json`, of which nobody may have reported yet. */
function configuredTeams(report: string, repository: Repository): TeamSection[] {
  const until = repository.reportWindow(report)?.until
  if (until === undefined) return []
  return repository.teams.configuredFolders(until).map((folder) => {
    return { title: repository.teams.nameOf(folder, until), depth: usualDepth, folders: [folder], folder }
  })
}

/** The sections of a report on teams; of several on one team, as on slides, the first. */
function teamSections({ headings }: Summary, report: string, repository: Repository): TeamSection[] {
  const sections = new Map<string, TeamSection>()
  for (const { title, depth } of headings) {
    const folders = repository.teams.knows(title, report) ? repository.teamFolders([title], report) : []
    const folder = folderNow(folders, report, repository)
    if (folder !== undefined && !sections.has(folder)) sections.set(folder, { title, depth, folders, folder })
  }
  return [...sections.values()]
}

/** The sections of all lists, each once, as the first list that has it spells it, behind what stands before it there. */
function inOrder(lists: readonly (readonly TeamSection[])[]): TeamSection[] {
  const order: TeamSection[] = []
  for (const list of lists) {
    let behind = 0
    for (const section of list) {
      const at = order.findIndex(({ folder }) => folder === section.folder)
      if (at < 0) order.splice(behind, 0, section)
      behind = (at < 0 ? behind : at) + 1
    }
  }
  return order
}

function mostFrequent<Item>(items: readonly Item[]): Item | undefined {
  return [...countsOf(items)].sort(([, a], [, b]) => b - a)[0]?.[0]
}
