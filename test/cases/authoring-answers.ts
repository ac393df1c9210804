import { offeredDays } from '../../server/src/core/authoring/new-minutes/days.ts'
import { newMinutes } from '../../server/src/core/authoring/new-minutes/new-minutes.ts'
import { aboutPad } from '../../server/src/core/authoring/pad-import/about-pad.ts'
import { importPad, mendedOnImport, originOf } from '../../server/src/core/authoring/pad-import/pad-import.ts'
import { draftReport } from '../../server/src/core/authoring/report-draft/draft.ts'
import { refreshReport } from '../../server/src/core/authoring/report-draft/refresh.ts'
import { editsToShow, padPicturesOf } from '../../server/src/core/repository/unsaved-pictures.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import type { Fence } from './document.ts'
import { type Stage, type StagedFile, withCursor } from './stage.ts'

/** What is made of a repository. */
export const authoringAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  days: ({ workspace: { repository }, today }, _, { values }) => {
    const days = offeredDays(repository.series(values.folder!)!, today)
    return days.map(({ day, what }) => `${day} ${what}\n`).join('')
  },
  'new-minutes': ({ workspace, today }, _, { values: { folder = '', date } }) => {
    const { repository } = workspace
    const series = repository.series(folder)
    const day = date ?? (series && offeredDays(series, today)[0]!.day) ?? today
    const made = newMinutes({ folder, day, today }, repository, (path) => workspace.minutes(path))
    if ('refused' in made) return `(${made.refused})\n`
    return `${made.path}\n\n${withCursor(made.text, made.cursor)}`
  },
  import: ({ workspace, today }, { text }, { values: { team, date, url = 'https://pad.example.org/x' } }) => {
    const { repository } = workspace
    const about = aboutPad(text, url, repository, { today, read: (path) => workspace.minutes(path) })
    const folder = team ?? about.team?.folder
    const day = date ?? about.day
    if (folder === undefined || day === undefined)
      return `(${folder === undefined ? 'whose?' : ''}${day ? '' : 'when?'})\n`
    const isDayGiven = date !== undefined
    const made = importPad({ text, origin: originOf(url), folder, day, isDayGiven, today }, repository)
    if ('refused' in made) return `(${made.refused})\n`
    return `${made.path}\n\n${workspace.mended(made.path, made.text, mendedOnImport)}`
  },
  'pad-pictures': ({ workspace }, { path, text }) => {
    const minutes = workspace.minutes(path)!
    const pictures = padPicturesOf(minutes, workspace.repository)
    const lines = pictures.map(({ url, to, isStored }) => `${url} ${isStored ? 'is' : '->'} ${to}\n`)
    const shown = applyEdits(
      text,
      pictures.flatMap((picture) => editsToShow(picture, minutes)),
    )
    return shown === text ? lines.join('') : `${lines.join('')}\n${shown}`
  },
  draft: ({ workspace, today }, _, { values: { series: folder = '', date: day = today } }) => {
    const made = draftReport({ folder, day, today }, workspace.repository, (path) => workspace.minutes(path))
    return 'refused' in made ? `(${made.refused})\n` : `${made.path}\n\n${withCursor(made.text, made.cursor)}`
  },
}

/** The text of a report with what has arrived since. */
export function refreshed({ workspace }: Stage, { path, text }: StagedFile): string {
  return applyEdits(
    text,
    refreshReport(workspace.minutes(path)!, workspace.repository, (other) => workspace.minutes(other)),
  )
}
