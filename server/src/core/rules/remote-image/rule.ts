import { isInText } from '../../minutes/picture.ts'
import { pictureAddress } from '../../minutes/picture-address.ts'
import { edit } from '../../repository/fix.ts'
import { pictureUrl } from '../../repository/picture-place.ts'
import { copyOf } from '../../repository/uploads.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'remote-image',
  title: 'Picture shown from the pad, although its copy is there',
  severity: 'hint',
  fix: 'safe',
  scope: 'markdown',
  options: noOptions,
  messages: {
    remote:
      'The copy of this picture is there, but the text shows the one on the pad, which readers may lose. Show {copy}.',
  },
  *check({ minutes, repository }) {
    for (const picture of minutes.pictures) {
      // What the pad presents, it shows from its own uploads.
      if (!isInText(picture)) continue
      const url = pictureAddress(picture, minutes.text)
      const copy = repository.isUpload(url) && copyOf(url, minutes.path, repository.files)
      if (!copy) continue
      const shown = pictureUrl(minutes.path, copy)
      yield {
        span: picture.url,
        message: 'remote',
        data: { copy },
        fixes: () => [{ title: `Show ${shown}`, safety: 'safe', edits: [edit(minutes.path, picture.url, shown)] }],
      }
    }
  },
})
