import { decoded } from '../../minutes/forge-url.ts'
import { isPictureFile } from '../../minutes/picture.ts'
import { pictureUrl } from '../../repository/picture-place.ts'
import type { Repository } from '../../repository/repository.ts'
import { folderOf, joinPath, nameOf, relativePath } from '../../text/path.ts'
import type { Completion, Place } from './completion.ts'
import { isAskedAgain } from './cut-list.ts'
import { addressAt, linkTextAt } from './link-place.ts'
import { continued, encodedUrl, pathAs, readable } from './typed-path.ts'

/** More are of no use in a list: whoever looks for another one types its name. */
const longestList = 40

/** Behind `![` and `![text](`: the pictures of the repository, those that no file shows yet first. `undefined` elsewhere. */
export function completePicture(place: Place): Completion[] | undefined {
  return pictureUrls(place) ?? wholePictures(place)
}

/** The text stays. Pictures of the folder that is being typed are left out where the editor offers them itself. */
function pictureUrls(place: Place): Completion[] | undefined {
  const { minutes, offset, hostReadsMarkdown } = place
  const address = addressAt(minutes, offset)
  if (!address?.image) return undefined
  const { typed, span } = address
  if (/^[a-z][a-z0-9+.-]*:|[#?]/i.test(typed)) return []
  const own = folderOf(minutes.path)
  const folder = joinPath(own, decoded(folderOf(typed)))
  const isOffered = ({ path }: Picture) => !hostReadsMarkdown || folderOf(path) !== folder
  return firstOf(
    likelyPictures(place).filter((picture) => isOffered(picture) && filterOf(picture, typed, own) !== undefined),
    place,
    (picture) => ({
      ...described(picture, minutes.path),
      span,
      newText: /^\.?\//.test(typed)
        ? encodedUrl(pathAs(typed, own, picture.path))
        : pictureUrl(minutes.path, picture.path),
      filterText: filterOf(picture, typed, own)!,
    }),
  )
}

/** By the beginning of its path, or of a word of its name. */
function filterOf({ path }: Picture, typed: string, own: string): string | undefined {
  const whole = pathAs(typed, own, path)
  const [name, begun] = [nameOf(path).toLowerCase(), decoded(typed).toLowerCase()]
  const isNamed = name.startsWith(begun) || ['-', '_', ' '].some((mark) => name.includes(mark + begun))
  return continued(typed, whole) ?? (isNamed ? readable(encodedUrl(whole)) : undefined)
}

/** The text comes next: that is where the caret is. What stands there already may be the beginning of a picture's name. */
function wholePictures(place: Place): Completion[] | undefined {
  const { minutes, offset } = place
  const begun = linkTextAt(minutes, offset)
  if (!begun?.image) return undefined
  const typed = begun.typed.toLowerCase()
  return firstOf(
    likelyPictures(place).filter(({ path }) => nameOf(path).toLowerCase().startsWith(typed)),
    place,
    (picture) => ({
      ...described(picture, minutes.path),
      span: begun.span,
      newText: `![](${pictureUrl(minutes.path, picture.path)})`,
      caret: '!['.length,
      filterText: `![${nameOf(picture.path)}`,
    }),
  )
}

function firstOf(
  pictures: readonly Picture[],
  place: Place,
  toCompletion: (picture: Picture) => Completion,
): Completion[] {
  const asksAgain = isAskedAgain(pictures.length > longestList, place)
  return pictures.slice(0, longestList).map((picture) => ({ ...toCompletion(picture), asksAgain }))
}

interface Picture {
  readonly path: string
  /** A file that shows it. */
  readonly shownIn: string | undefined
}

type Description = Pick<Completion, 'kind' | 'path' | 'label' | 'description' | 'detail'>

function described({ path, shownIn }: Picture, from: string): Description {
  return {
    kind: 'picture',
    path,
    label: relativePath(folderOf(from), path),
    description: shownIn === undefined ? 'not shown yet' : shownIn === from ? 'shown here' : `in ${nameOf(shownIn)}`,
    detail:
      shownIn === undefined ? 'No file shows it yet' : shownIn === from ? 'Shown in this file' : 'Shown in other files',
  }
}

/**
 * First the pictures beside the file and below it, then the others; of both those that no file shows yet before the rest, the nearest ones
 * first, and of those the ones with the day of the meeting in their names.
 */
function likelyPictures({ minutes, repository }: Place): Picture[] {
  const { path, date } = minutes
  const own = folderOf(path)
  const day = date?.iso?.replaceAll('-', '')
  const shownIn = shower(repository)
  const pictures = [...repository.files].filter(isPictureFile).map((picture) => {
    const way = relativePath(own, picture)
    const shown = shownIn(picture)
    const isOfDay = day !== undefined && nameOf(picture).replaceAll('-', '').includes(day)
    const ranks = [Number(way.startsWith('../')), Number(shown !== undefined), way.split('/').length, Number(!isOfDay)]
    return { path: picture, shownIn: shown, ranks }
  })
  return pictures.sort((a, b) => compare(a.ranks, b.ranks) || (a.path < b.path ? -1 : 1))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, at) => rank !== b[at])
  return at < 0 ? 0 : a[at]! - b[at]!
}

/** A file that shows or links a picture. Links are known; of what stands in HTML there is little. */
function shower(repository: Repository): (picture: string) => string | undefined {
  const shown = new Map<string, string>()
  for (const { path, relativePictures } of repository.summaries) {
    for (const url of relativePictures) {
      const lead = repository.leadOf(url, path)
      if (lead) shown.set(lead.path, path)
    }
  }
  return (picture) => repository.linking(picture).at(-1) ?? shown.get(picture)
}
