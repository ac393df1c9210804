import type { Facts } from '../syntax/facts.ts'
import { isImage } from '../syntax/link.ts'
import type { Scan } from '../text/scan.ts'
import { type Span, slice, span } from '../text/span.ts'
import { decoded } from './forge-url.ts'
import { padImages } from './pad-image.ts'

/**
 * A picture that the minutes show.
 *
 * | kind | source |
 * | --- | --- |
 * | image | `![text](url)`, or the definition that `![text][label]` names |
 * | sized | `![text](url =80%x)`, which pads understand and Markdown does not |
 * | html | `<img src="url">` |
 * | background | `<!-- .slide: data-background="url" -->`, also `data-background-image` and of a tag |
 * | style | `url(…)` in a `<style>` block or a `style` attribute |
 * | link | `[text](url)`, `<url>`, `url`: what leads to a picture, and does not show it |
 * | front-matter | any value that is the URL of a picture, such as `parallaxBackgroundImage` |
 *
 * What comments and code show is none. A URL with a size behind it is shown, and no link.
 */
export interface Picture {
  readonly kind: 'image' | 'sized' | 'html' | 'background' | 'style' | 'link' | 'front-matter'
  /** The URL as it is written, without quotes. */
  readonly url: Span
}

/** The pictures of a file, in the order of the text. */
export function picturesOf(scan: Scan, facts: Facts): Picture[] {
  const { text } = scan
  const sized = padImages(scan, facts).map(({ destination }): Picture => ({ kind: 'sized', url: destination }))
  const pictures = [...frontMatterPictures(text, facts), ...shown(facts), ...sized]
  for (const html of facts.html) pictures.push(...htmlPictures(text, html))
  pictures.push(...linked(text, facts))
  return pictures.length > 1 ? inOrder(pictures) : pictures
}

/** Whether the minutes themselves show a picture; the others are linked, or shown by the pad when it presents the minutes as slides. */
export function isInText({ kind }: Picture): boolean {
  return kind === 'image' || kind === 'sized' || kind === 'html'
}

/** The name of the file that a URL leads to, decoded; empty when that is no picture. */
export function pictureName(url: string): string {
  const path = withoutQuery(url)
  const name = decoded(path.slice(path.lastIndexOf('/') + 1))
  return isPictureFile(name) ? name : ''
}

/** Whether a path or a name has the ending of a picture. */
export function isPictureFile(path: string): boolean {
  return /\.(?:apng|avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(path)
}

/**
 * Whether a URL is a path relative to the file that leads to a picture. What a site generator is to make a path of (`{{ base }}/a.png`,
 * `~assets/a.png`), an example (`path/to/a.png`) and what a forge keeps beside the repository (`uploads/<hash>/a.png`) are none.
 */
export function isRelativePicture(url: string): boolean {
  if (!pictureName(url)) return false
  return !/^(?:[a-z][a-z0-9+.-]*:|[/~@#?])|[{}<>$*|\\:]|(?:^|\/)path\/to\/|(?:^|\/)uploads\/[0-9a-f]{32}\//i.test(url)
}

/** A URL without its query and its fragment. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

function inOrder(pictures: readonly Picture[]): Picture[] {
  const sorted = [...pictures].sort((a, b) => a.url.start - b.url.start)
  // Several images may name one definition, which is a link too, as is a URL with a size behind it: the first kind counts.
  return sorted.filter(({ url }, at) => url.start !== sorted[at - 1]?.url.start)
}

function shown({ links }: Facts): Picture[] {
  return links.filter(isImage).map(({ destination }) => ({ kind: 'image', url: destination }))
}

function linked(text: string, { links }: Facts): Picture[] {
  const pictures: Picture[] = []
  for (const link of links) {
    if (isImage(link) || link.kind === 'reference' || !mayBePicture(text, link.destination)) continue
    if (pictureName(slice(text, link.destination))) pictures.push({ kind: 'link', url: link.destination })
  }
  return pictures
}

/** A look at the last character is enough for most of the links, of which there are many. */
function mayBePicture(text: string, { start, end }: Span): boolean {
  return lastLetters.includes(text[end - 1]!) || /[?#]/.test(text.slice(start, end))
}

/** Those of the endings of pictures. */
const lastLetters = 'cfgpCFGP'

const literalUrl = /https?:\/\/[^\s"'<>()[\]]+/g

function frontMatterPictures(text: string, { frontMatter }: Facts): Picture[] {
  if (!frontMatter) return []
  const { start } = frontMatter.content
  const found = slice(text, frontMatter.content).matchAll(literalUrl)
  return [...found].flatMap(({ 0: url, index }): Picture[] =>
    pictureName(url) ? [{ kind: 'front-matter', url: span(start + index, start + index + url.length) }] : [],
  )
}

/** Comments are skipped as a whole; a tag ends where the next one begins, whether or not it is closed. */
const imageTag = /<!--[\s\S]*?(?:-->|$)|<img\b[^<>]*/gi
const sourceAttribute = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/di
const background = /\bdata-background(?:-image)?\s*=\s*(?:"([^"]*)"|'([^']*)')/dgi
const styleUrl = /\burl\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]+))/dgi

function htmlPictures(text: string, { start, end }: Span): Picture[] {
  const html = text.slice(start, end)
  const backgrounds = () => attributes('background', html.matchAll(background), start)
  if (html.startsWith('<!--')) return /^<!--\s*\.slide:/.test(html) ? backgrounds() : []
  const tags = [...html.matchAll(imageTag)].flatMap(({ 0: tag, index }) => {
    const source = sourceAttribute.exec(tag)
    return source ? attributes('html', [source], start + index) : []
  })
  const styles = html.includes('url(') ? attributes('style', html.matchAll(styleUrl), start) : []
  return [...tags, ...styles, ...(html.includes('data-background') ? backgrounds() : [])]
}

/** The values of attributes: the first group that matched, its place moved by `shift`. A background may be a colour too. */
function attributes(kind: Picture['kind'], matches: Iterable<RegExpExecArray>, shift: number): Picture[] {
  const pictures: Picture[] = []
  for (const { indices } of matches) {
    const place = indices?.slice(1).find((group) => group !== undefined)
    if (place) pictures.push({ kind, url: span(shift + place[0], shift + place[1]) })
  }
  return pictures
}
