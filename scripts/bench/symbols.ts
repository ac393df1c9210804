import type { Minutes } from '../../server/src/core/minutes/minutes.ts'
import type { Document } from './document.ts'
import { type Figure, repeated, timed, timesFigure } from './figure.ts'

const requests = 100

/** Times of looking for meetings, people and topics by name, letter by letter, each right after a keystroke. */
export async function measureSymbols(document: Document, { path, handles, facts }: Minutes): Promise<Figure[]> {
  const [folder = '', name = ''] = path.split('/')
  const day = name.replace(/\.md$/, '')
  const topic = facts.headings.at(-1)?.title ?? ''
  const wanted = [`${folder} ${day.slice(0, 4)}-${day.slice(4, 6)}`, day, `@${handles[0]?.name ?? ''}`, topic]
  const typed = wanted.flatMap((text) => beginnings(text.slice(0, 20)))
  const stroke = (at: number) =>
    timed(
      () => {
        void document.type()
        return document.find(typed[at % typed.length]!)
      },
      (answer) => answer.length,
    )
  const samples = await repeated(requests, stroke)
  return [timesFigure('keystroke → workspace symbols', samples, 'symbols', { value: 'p95', atMost: 10 })]
}

function beginnings(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1))
}
