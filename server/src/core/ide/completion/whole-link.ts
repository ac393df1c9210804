import { linkWay } from '../../repository/link-way.ts'
import type { Completion, Place } from './completion.ts'
import { isAskedAgain } from './cut-list.ts'
import { describeFile, fits, likelyFiles, urlOf } from './link-files.ts'
import { linkTextAt } from './link-place.ts'

/** Behind a `[`: links to the files of the repository, text and URL. `undefined` where no link begins, and where no file is called so. */
export function completeWholeLink(place: Place): Completion[] | undefined {
  const { minutes, repository } = place
  const begun = linkTextAt(minutes, place.offset)
  if (!begun || begun.image) return undefined
  const way = linkWay(minutes.path, repository)
  const { files, isCut } = likelyFiles(place, begun.typed, (file): Completion | undefined => {
    const { kind, path, name, label, words } = file
    if (!fits(words, begun.typed)) return undefined
    const { description } = describeFile(file, repository)
    return {
      kind,
      path,
      label,
      description: description === name ? '' : description,
      detail: path,
      span: begun.span,
      newText: `[${escaped(name)}](${urlOf(path, minutes.path, way, repository)})`,
      filterText: `[${words}`,
    }
  })
  const asksAgain = isAskedAgain(isCut, place)
  return files.length ? files.map((file) => ({ ...file, asksAgain })) : undefined
}

function escaped(name: string): string {
  return name.replace(/[[\]\\]/g, '\\$&')
}
