import { labelledLink } from '../../server/src/core/ide/issues/labelled-link.ts'
import { linkRewrites, type Rewrite } from '../../server/src/core/ide/issues/rewrite.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import type { Fence } from './document.ts'
import type { Stage, StagedFile } from './stage.ts'

/** What the links to issues, meetings and pages may be made of. */
export const issueAnswers: Readonly<Record<string, (stage: Stage, file: StagedFile, fence: Fence) => string>> = {
  pasted: ({ workspace }, { path }, { values: { url = '', over = '' } }) => {
    const link = labelledLink(url, over, workspace.minutes(path)!, workspace.repository)
    return link === undefined ? nothing : `${link}\n`
  },
  rewrites: (stage, file) => {
    const titles = rewrites(stage, file).map(({ title }) => `${title}\n`)
    return titles.join('') || nothing
  },
}

/** The text of a file after one of the rewrites at its cursor. */
export function rewritten(stage: Stage, file: StagedFile, { words }: Fence): string {
  const rewrite = rewrites(stage, file)[Number(words[0]) - 1]
  return rewrite ? applyEdits(file.text, [rewrite.edit]) : nothing
}

function rewrites({ workspace }: Stage, { path, offset }: StagedFile): Rewrite[] {
  if (offset === undefined) throw new Error('What is rewritten needs a cursor: <|>')
  return linkRewrites(workspace.minutes(path)!, workspace.repository, { start: offset, end: offset })
}

const nothing = '(nothing)\n'
