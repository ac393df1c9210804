import { weekdayOf } from '../../core/minutes/calendar.ts'
import { seriesFolderOf } from '../../core/repository/series.ts'
import { type Feature, guarded } from '../feature.ts'
import { type About, type AboutParams, aboutChangedNotification, aboutRequest } from '../protocol.ts'
import type { OpenDocument } from '../repositories.ts'

/** `minutes/about`: which repository, team and meeting an open document belongs to; `minutes/aboutChanged` when that changes. */
export const about: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, repositories } = context
    const answer = (uri: string) => {
      const document = repositories.document(uri)
      return document?.minutes && document.workspace.repository.holdsMinutes ? aboutOf(document) : null
    }
    let last: { readonly uri: string; readonly told: string } | undefined
    connection.onRequest(
      aboutRequest,
      guarded(context, null, async ({ uri }: AboutParams): Promise<About | null> => {
        await repositories.whenReady(uri)
        const about = answer(uri)
        last = { uri, told: JSON.stringify(about) }
        return about
      }),
    )
    repositories.onChange(() => {
      const located = last && repositories.locate(last.uri)
      if (!last || (located && !repositories.isReady(located))) return
      if (JSON.stringify(answer(last.uri)) === last.told) return
      // The client asks again, or no longer wants to know.
      last = undefined
      void connection.sendNotification(aboutChangedNotification)
    })
  },
}

function aboutOf({ minutes, path, workspace: { repository } }: OpenDocument): About {
  const date = minutes!.date?.iso
  if (!date) return { repository: repository.name, kind: minutes!.kind }
  const reports = repository.isReport(path)
  const kind = minutes!.deck ? 'deck' : reports ? 'report' : 'minutes'
  // Beside the repository's name, minutes at the root need no other.
  const team = repository.teams.nameOf(seriesFolderOf(path), date)
  const weekday = weekdayOf(date)
  return { repository: repository.name, kind, date, weekday, ...(team && { team }), ...(reports && { reports }) }
}
