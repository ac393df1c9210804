import { weekdayOf } from '../../core/minutes/calendar.ts'
import { seriesFolderOf } from '../../core/repository/series.ts'
import { type Feature, guarded } from '../feature.ts'
import { type About, type AboutParams, aboutRequest } from '../protocol.ts'
import type { OpenDocument } from '../repositories.ts'

/** `minutes/about`: which repository, team and meeting an open document belongs to. */
export const about: Feature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(
      aboutRequest,
      guarded(context, null, async ({ uri }: AboutParams): Promise<About | null> => {
        await context.repositories.whenRead(uri)
        const document = context.repositories.document(uri)
        return document?.minutes && document.workspace.repository.holdsMinutes ? aboutOf(document) : null
      }),
    )
  },
}

function aboutOf({ minutes, path, workspace: { repository } }: OpenDocument): About {
  const date = minutes!.date?.iso
  if (!date) return { repository: repository.name, kind: minutes!.kind }
  const kind = minutes!.deck ? 'deck' : repository.isReport(path) ? 'report' : 'minutes'
  const team = repository.teams.nameOf(seriesFolderOf(path), date)
  return { repository: repository.name, kind, date, weekday: weekdayOf(date), ...(team && { team }) }
}
