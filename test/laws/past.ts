import { draftReport } from '../../server/src/core/authoring/report-draft/draft.ts'
import { refreshReport } from '../../server/src/core/authoring/report-draft/refresh.ts'
import type { IsoDate } from '../../server/src/core/minutes/calendar.ts'
import { meetingDateOf } from '../../server/src/core/minutes/meeting-date.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import { seriesFolderOf } from '../../server/src/core/repository/series.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { MemoryFiles } from '../support/memory-files.ts'

/** A repository as it was on a day: reports before that day, and the teams' minutes up to it. */
export class Past {
  readonly #texts: ReadonlyMap<string, string>
  readonly #files: MemoryFiles
  readonly #workspace: Workspace
  #today: IsoDate = '2000-01-01'

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts
    this.#files = new MemoryFiles([...texts].filter(([path]) => !meetingDateOf(path)))
    const log = { info: () => {}, warn: () => {} }
    const clock = { today: () => this.#today }
    this.#workspace = new Workspace({ files: this.#files, clock, log, folderName: 'minutes' })
    for (const _ of this.#workspace.read()) void _
  }

  goTo(day: IsoDate, report: string): void {
    this.#today = day
    const own = seriesFolderOf(report)
    const there = [...this.#texts].filter(([path]) => {
      const date = meetingDateOf(path)?.iso
      return date !== undefined && (seriesFolderOf(path) === own ? path < report : date <= day)
    })
    const arrived = there.filter(([path]) => !this.#files.has(path))
    for (const [path, text] of arrived) this.#files.texts.set(path, text)
    this.#workspace.changed(arrived.map(([path]) => path))
  }

  draft(day: IsoDate, report: string): Minutes | undefined {
    const drafted = draftReport(
      { folder: seriesFolderOf(report), day, today: this.#today },
      this.#workspace.repository,
      (path) => this.#workspace.minutes(path),
    )
    return 'refused' in drafted ? undefined : readMinutes(drafted.path, drafted.text)
  }

  findings(draft: Minutes): string[] {
    return this.#with(draft, () =>
      this.#workspace
        .check(draft)
        .map(({ rule, span, message }) => `${rule} "${draft.text.slice(span.start, span.end)}" ${message}`),
    )
  }

  refreshed(draft: Minutes): string {
    return this.#with(draft, () =>
      applyEdits(
        draft.text,
        refreshReport(draft, this.#workspace.repository, (path) => this.#workspace.minutes(path)),
      ),
    )
  }

  #with<Answer>(draft: Minutes, answer: () => Answer): Answer {
    this.#workspace.edit(draft.path, draft.text)
    const answered = answer()
    this.#workspace.close(draft.path)
    return answered
  }
}
