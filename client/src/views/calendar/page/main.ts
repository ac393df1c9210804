import type { Shown, Told } from '../picture.ts'
import { drawChoices } from './choices.ts'
import { drawPictures } from './pictures.ts'

declare function acquireVsCodeApi(): { postMessage(message: Told): void }

const host = acquireVsCodeApi()

let pictures: Shown['pictures'] = []
const draw = () => drawPictures(pictures, (place) => host.postMessage({ kind: 'open', place }))

window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
  drawChoices(data.choices, (choice, option) => host.postMessage({ kind: 'choose', choice, option }))
  pictures = data.pictures
  draw()
})
window.addEventListener('resize', draw)
host.postMessage({ kind: 'ready' })
