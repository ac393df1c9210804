import { labelledLink } from '../../server/src/core/ide/issues/labelled-link.ts'
import { linkRewrites, type Rewrite } from '../../server/src/core/ide/issues/rewrite.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import type { Fence } from './document.ts'
import { nothing, type Stage, type StagedFile } from './stage.ts'

/** What the links to issues, meetings and pages may be made of. */
export const issueAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  pasted: ({ workspace }, { path }, { values: { url = '', over = '' } }) => {
    const link = labelledLink(url, over, workspace.minutes(path)!, workspace.repository)
    return link === undefined ? nothing : `${link}\n`
  },
  rewrites: (stage, file, { words }) => {
    const titles = rewrites(stage, file, words.includes('all')).map(({ title }) => `${title}\n`)
    return titles.join('') || nothing
  },
}

/** The text of a file after one of the rewrites at its cursor, or of all of it. */
export function rewritten(stage: Stage, file: StagedFile, { words }: Fence): string {
  const rewrite = rewrites(stage, file, words.includes('all'))[Number(words[0]) - 1]
  return rewrite ? applyEdits(file.text, rewrite.edits) : nothing
}

function rewrites({ workspace }: Stage, { path, text, offset }: StagedFile, ofAll: boolean): Rewrite[] {
  if (offset === undefined) throw new Error('What is rewritten needs a cursor: <|>')
  const span = ofAll ? { start: 0, end: text.length } : { start: offset, end: offset }
  return linkRewrites(workspace.minutes(path)!, workspace.repository, span)
}
