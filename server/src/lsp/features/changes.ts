import type { Feature } from '../feature.ts'
import { changedNotification } from '../protocol.ts'

/** `minutes/changed`: whatever the client shows of all files may be something else. */
export const changes: Feature = {
  capabilities: () => ({}),
  register({ client, connection, repositories }) {
    if (!client.followsChanges) return
    repositories.onNews(() => void connection.sendNotification(changedNotification))
  },
}
