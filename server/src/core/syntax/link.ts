import { countUpTo } from '../text/search.ts'
import type { Link } from './facts.ts'

/** Images that stand in a link before a place of its text. */
const mostImagesWithin = 4

/** Whether a link shows what it leads to. */
export function isImage({ kind }: Link): boolean {
  return kind === 'image' || kind === 'image-reference'
}

/** The link that holds an offset; of an image in a link the image. A link may hold images, and nothing else that is a link. */
export function linkAround(links: readonly Link[], offset: number): Link | undefined {
  const last = countUpTo(links, offset, ({ span }) => span.start) - 1
  for (let at = last; at >= 0 && at >= last - mostImagesWithin; at -= 1) {
    const link = links[at]!
    if (offset < link.span.end) return link
    if (!isImage(link)) return undefined
  }
  return undefined
}

/** Whether what stands at an offset of a link is what readers see of it. */
export function isShown({ kind, text }: Link, offset: number): boolean {
  return (kind === 'inline' || kind === 'reference') && text.start <= offset && offset < text.end
}
