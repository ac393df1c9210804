import type { Minutes } from '../../minutes/minutes.ts'
import { isInText } from '../../minutes/picture.ts'
import { pictureAddress } from '../../minutes/picture-address.ts'
import { pictureUrl } from '../../repository/picture-place.ts'
import { isMissing, relativeTarget } from '../../repository/relative-links.ts'
import { copyEdits } from '../../repository/rename.ts'
import type { Repository } from '../../repository/repository.ts'
import { copyOf } from '../../repository/uploads.ts'
import { applyEdits, replace, type TextEdit } from '../../text/edit.ts'
import { countUpTo } from '../../text/search.ts'
import { type Span, slice } from '../../text/span.ts'
import { rightHandles } from './handles.ts'

/**
 * What was wrong in minutes, and nobody wants to have again: slips in names, links that lead nowhere, pictures of the pad, comments that allow all
 * that. Links lead where they did from the file `to` on.
 */
export function mendingEdits(minutes: Minutes, repository: Repository, to: string): TextEdit[] {
  const right = rightHandles(minutes, repository)
  return withoutInner([
    ...allowanceEdits(minutes),
    ...pictureEdits(minutes, repository, to),
    ...copyEdits(repository, minutes.path, to),
    ...swappedActionEdits(minutes),
    ...deadLinkEdits(minutes, repository),
    ...minutes.handles.flatMap(({ name, span }) => (right.has(name) ? [replace(span, `@${right.get(name)}`)] : [])),
  ])
}

/** A piece of a text after the edits that lie in it, of edits in their order. */
export function afterEdits(text: string, piece: Span, edits: readonly TextEdit[]): string {
  const { start, end } = piece
  const first = countUpTo(edits, start - 1, ({ span }) => span.start)
  const own = edits
    .slice(
      first,
      countUpTo(edits, end, ({ span }) => span.start),
    )
    .filter(({ span }) => span.end <= end)
  const moved = own.map(({ span, newText }) => replace({ start: span.start - start, end: span.end - start }, newText))
  return applyEdits(slice(text, piece), moved)
}

/** Edits in their order. What stands in a piece that another edit replaces is gone with it; the first of two equal ones counts. */
export function withoutInner(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort(({ span: a }, { span: b }) => a.start - b.start || b.end - a.end)
  let done = -1
  return sorted.filter(({ span: { end } }) => {
    const isInner = end <= done
    done = Math.max(done, end)
    return !isInner
  })
}

function allowanceEdits({ allowances, text }: Minutes): TextEdit[] {
  return allowances.map(({ span: { start, end } }) => replace({ start: start - blanksBefore(text, start), end }, ''))
}

function blanksBefore(text: string, offset: number): number {
  return /[ \t]{0,9}$/.exec(text.slice(Math.max(0, offset - 9), offset))![0].length
}

/** A picture that has been saved is shown from where it was saved. */
function pictureEdits(minutes: Minutes, repository: Repository, to: string): TextEdit[] {
  return minutes.pictures.filter(isInText).flatMap((picture) => {
    const url = pictureAddress(picture, minutes.text)
    const copy = repository.isUpload(url) ? copyOf(url, minutes.path, repository.files) : undefined
    return copy === undefined ? [] : [replace(picture.url, pictureUrl(to, copy))]
  })
}

/** Of a link that leads nowhere its words stay. */
function deadLinkEdits({ text, path, facts }: Minutes, repository: Repository): TextEdit[] {
  const isDead = (url: string) => {
    const target = relativeTarget(url, path, repository)
    return target !== undefined && isMissing(target, repository)
  }
  const dead = facts.links.filter(({ kind, destination }) => kind === 'inline' && isDead(slice(text, destination)))
  return dead.map(({ span, text: words }) => replace(span, slice(text, words)))
}

/** `@AI name` promises nothing: the marker stands first. */
function swappedActionEdits({ actions, text }: Minutes): TextEdit[] {
  return actions.flatMap(({ swapped, marker, owner }) =>
    swapped && owner
      ? [
          replace(
            { start: marker.start, end: owner.end },
            `AI${text.slice(marker.end, owner.start)}@${slice(text, owner)}`,
          ),
        ]
      : [],
  )
}
