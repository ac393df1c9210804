import type { Minutes } from '../../minutes/minutes.ts'
import { pictureAddress } from '../../minutes/picture-address.ts'
import type { Fix } from '../../repository/fix.ts'
import type { Repository } from '../../repository/repository.ts'
import { editsToShow, placeFor } from '../../repository/unsaved-pictures.ts'
import { copyOf } from '../../repository/uploads.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'unsaved-image',
  title: 'Picture that exists on the pad alone',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    unsaved:
      'This picture exists at {host} alone. When the pad is cleaned up or goes away, these minutes lose it. Store a copy beside them.',
  },
  *check({ minutes, repository }) {
    const seen = new Set<string>()
    for (const picture of minutes.pictures) {
      const url = pictureAddress(picture, minutes.text)
      // A picture that leads to itself is one fault.
      if (picture.kind === 'link' && seen.has(url)) continue
      seen.add(url)
      if (!repository.isUpload(url) || copyOf(url, minutes.path, repository.files)) continue
      if (repository.leavesUploads) return
      const data = { host: hostOf(url) }
      yield { span: picture.url, message: 'unsaved', data, fixes: () => [saved(url, minutes, repository)] }
    }
  },
})

/** The picture is stored, and shown from there wherever the text shows it. */
function saved(url: string, minutes: Minutes, repository: Repository): Fix {
  const save = { url, to: placeFor(url, minutes, repository) }
  return { title: `Store the picture as ${save.to}`, safety: 'suggested', edits: editsToShow(save, minutes), save }
}

function hostOf(url: string): string {
  return url.split('/')[2]!
}
