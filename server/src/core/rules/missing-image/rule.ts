import { isInText, isRelativePicture } from '../../minutes/picture.ts'
import { pictureAddress } from '../../minutes/picture-address.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { pictureUrl } from '../../repository/picture-place.ts'
import { missingPicture, nearestPictures } from '../../repository/relative-pictures.ts'
import type { Span } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'missing-image',
  title: 'Picture that is not there',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    missing:
      'The repository has no {path}, so readers see a gap in place of the picture. Show one that is there, or bring the file.',
  },
  *check({ minutes: { path: from, text, pictures }, repository }) {
    for (const picture of pictures) {
      const url = pictureAddress(picture, text)
      if (!isInText(picture) || !isRelativePicture(url)) continue
      const path = missingPicture(url, from, repository.files)
      if (!path || repository.absences.lacksPictures) continue
      const fixes = () => nearestPictures(path, repository.files).map((near) => show(near, picture.url, url, from))
      yield { span: picture.url, message: 'missing', data: { path }, fixes }
    }
  },
})

function show(near: string, place: Span, url: string, from: string): Fix {
  const rest = /[?#].*/s.exec(url)?.[0] ?? ''
  return suggestion(`Show ${near}`, from, place, pictureUrl(from, near) + rest)
}
