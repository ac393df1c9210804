import { settingsFileFor } from '../../server/src/core/authoring/set-up/set-up.ts'
import { settingsFile } from '../../server/src/core/settings/settings.ts'
import type { Stage } from './stage.ts'

/** What is written down of what has been found out. */
export const setUpAnswers: Readonly<Record<string, (stage: Stage) => string>> = {
  settings: ({ workspace: { repository } }) => settingsFileFor(repository, settingsFile).text,
}
