import { hoverAt } from '../../server/src/core/ide/hover/hover.ts'
import { markdown, plainText } from '../../server/src/core/ide/hover/note.ts'
import {
  latestMeeting,
  meetingOfSection,
  nextMeeting,
  previousMeeting,
  reportOfMeeting,
  teamsFrom,
  type Way,
} from '../../server/src/core/ide/meetings/meetings.ts'
import { definitionAt } from '../../server/src/core/ide/navigation/definition.ts'
import { highlightsAt } from '../../server/src/core/ide/navigation/highlight.ts'
import { issueLinks } from '../../server/src/core/ide/navigation/issue-links.ts'
import { fileLinks } from '../../server/src/core/ide/navigation/links.ts'
import type { Place, Spot } from '../../server/src/core/ide/navigation/place.ts'
import { referencesAt } from '../../server/src/core/ide/navigation/references.ts'
import { LineIndex } from '../../server/src/core/text/lines.ts'
import { slice } from '../../server/src/core/text/span.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** What an editor shows of where things lead, and what refers to them. */
export const navigationAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  definition: (stage, file, fence) => {
    const found = definitionAt(placeOf(stage, file, fence))
    return found ? `from ${slice(file.text, found.origin)}\n${drawn([found.target], stage)}` : nothing
  },
  references: (stage, file, fence) =>
    drawn(referencesAt(placeOf(stage, file, fence), fence.words.includes('declared')), stage),
  highlights: (stage, file, fence) =>
    drawn(
      highlightsAt(placeOf(stage, file, fence)).map((span) => ({ path: file.path, span })),
      stage,
    ),
  hover: (stage, file, fence) => {
    const note = hoverAt(placeOf(stage, file, fence), (path) => stage.workspace.minutes(path))
    if (!note) return nothing
    const text = fence.words.includes('markdown')
      ? markdown(note.lines, (path) => `uri:${path}`)
      : plainText(note.lines)
    return `${text}\n`
  },
  way: (stage, file, fence) => {
    const way = ways[fence.words[1] ?? '']!(placeOf(stage, file, fence))
    if ('none' in way) return `(${way.none})\n`
    const place = way.span && `: ${slice(stage.workspace.text(way.path)!, way.span)}`
    return `${way.path}${place ?? ''}\n`
  },
  teams: (stage, file, fence) =>
    teamsFrom(placeOf(stage, file, fence))
      .map(({ name, folder, day }) => `${name} | ${folder} | ${day}\n`)
      .join(''),
  links: ({ workspace }, { path, text }, fence) => {
    const minutes = workspace.minutes(path)!
    const links = fileLinks(minutes, workspace.repository, fence.words.includes('host'))
    const files = links.map(({ span, target, ref }) => {
      const line = workspace.repository.summary(target.path)?.lines.lineAt(target.span.start)
      return `${slice(text, span)} -> ${target.path}${target.span.end ? `:${line! + 1}` : ''}${ref ? ` (not ${ref})` : ''}\n`
    })
    const issues = issueLinks(minutes, workspace.repository)
    const shorthands = issues.map(({ span, issue: { url, title } }) => {
      return `${slice(text, span)} -> ${url}${title === undefined ? '' : ` "${title}"`}\n`
    })
    return [...files, ...shorthands].join('') || nothing
  },
}

const ways: Readonly<Record<string, (place: Place) => Way>> = {
  previous: previousMeeting,
  next: nextMeeting,
  report: reportOfMeeting,
  section: meetingOfSection,
  latest: (place) => latestMeeting(place),
}

function placeOf({ workspace }: Stage, { path, offset }: StagedFile, fence: Fence): Place {
  if (offset === undefined) throw new Error(`${fence.words[0]} needs a cursor: <|>`)
  const hostReadsMarkdown = fence.words.includes('host')
  return { minutes: workspace.minutes(path)!, repository: workspace.repository, offset, hostReadsMarkdown }
}

/** Each place as its path, and below it the first line with carets; of the start of a file the path alone. */
function drawn(spots: readonly Spot[], { workspace }: Stage): string {
  if (!spots.length) return nothing
  return spots
    .map(({ path, span }) => {
      if (!span.end) return `${path}\n`
      const text = workspace.text(path)!
      const lines = new LineIndex(text)
      const line = lines.span(lines.lineAt(span.start))
      const carets = '^'.repeat(Math.max(1, Math.min(span.end, line.end) - span.start))
      return `${path}\n${slice(text, line)}\n${' '.repeat(span.start - line.start)}${carets}\n`
    })
    .join('')
}
