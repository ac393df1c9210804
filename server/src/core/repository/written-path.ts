import { decoded, encodedPath, notScheme } from '../minutes/forge-url.ts'
import { arePaired } from '../text/brackets.ts'
import { folderOf, joinPath, nameOf, relativePath } from '../text/path.ts'
import { type Moves, movedPath } from './moves.ts'
import type { Within } from './summary.ts'
import { unescaped } from './target.ts'

/** The folder of the file that a path stands in, before the moves and after them. */
export interface Home {
  readonly before: string
  readonly after: string
}

/**
 * A written path once files have moved and it is to lead to `target`. What need not change stays as it is written, the rest is written in
 * the same manner: moving there and back gives the same path.
 */
export function followingPath(
  written: string,
  { before, after }: Home,
  target: string,
  moves: Moves,
  within: Within,
): string {
  const manner = mannerOf(written, within)
  const kept = withNewNames(written, before, moves, manner)
  const said = leadsTo(written, before)
  const isShortest = said !== undefined && writtenAnew(written, before, said, manner) === written
  const path = !isShortest && leadsTo(kept, after) === target ? kept : writtenAnew(written, after, target, manner)
  return path === written ? written : fitting(path, within)
}

/** Where the path of a file begins in a URL without query and fragment; `undefined` when the URL has another one. */
export function pathStart(page: string, path: string): number | undefined {
  for (let slash = page.indexOf('/'); slash >= 0; slash = page.indexOf('/', slash + 1)) {
    // However the path is encoded: `cr%26ne/` and `cr&ne/` are one folder.
    if (nameIn(page.slice(slash + 1)).replace(/(?<!\/)\/+$/, '') === path) return slash + 1
  }
  return undefined
}

/** What a piece of a URL says, however it is encoded. */
export function nameIn(piece: string): string {
  return decoded(unescaped(piece))
}

/** How names are written: whether a character stands there as it is, or as its number. */
type Manner = (character: string) => boolean

/** Those who wrote a path show how they write others. */
function mannerOf(written: string, within: Within): Manner {
  const angled = within === 'angles'
  const rawBlanks = angled && !/%20/.test(written)
  const rawBrackets = within !== 'quotes' && !/%2[89]/.test(written)
  const rawLetters = /[^\0-\x7f]/.test(written) || (angled && !/%[89a-f][0-9a-f]/i.test(written))
  return (character) => {
    if (character === ' ') return rawBlanks
    if (character === "'") return within !== 'quotes'
    return /[()]/.test(character) ? rawBrackets : rawLetters && /[^\0-\x7f\p{Cc}\p{Cs}\p{Z}]/u.test(character)
  }
}

/** The path with the new names of what it leads through, at their old places. */
function withNewNames(written: string, folder: string, moves: Moves, manner: Manner): string {
  let place = homeOf(written, folder)
  const pieces = written.split('/').map((piece) => {
    const name = nameIn(piece)
    if (name === '' || name === '.') return piece
    if (name === '..') {
      place = folderOf(place)
      return piece
    }
    place = place ? `${place}/${name}` : name
    const moved = nameOf(movedPath(moves, place))
    return moved === nameOf(name) ? piece : writtenName(moved, manner)
  })
  return pieces.join('/')
}

function leadsTo(written: string, folder: string): string | undefined {
  return joinPath(homeOf(written, folder), nameIn(written))
}

/** A path that begins with a slash begins in the repository. */
function homeOf(written: string, folder: string): string {
  return written.startsWith('/') ? '' : folder
}

function writtenAnew(written: string, folder: string, target: string, manner: Manner): string {
  const isAbsolute = written.startsWith('/')
  const before = new Map(written.split('/').map((piece) => [nameIn(piece), piece]))
  const names = isAbsolute ? target.split('/') : relativePath(folder, target).split('/')
  const pieces = names.map((name) => before.get(name) ?? writtenName(name, manner))
  const path = pieces.join('/') + (written.endsWith('/') && target ? '/' : '')
  if (isAbsolute) return `/${path}`
  return written.startsWith('./') ? `./${path}` : notScheme(path)
}

function writtenName(name: string, isRaw: Manner): string {
  // What looks like a character reference would be read as one.
  return name.replace(/&(?=#?\w{1,31};)|[^!$&*+,./0-9:;=@A-Z_a-z~-]/gu, (character) =>
    isRaw(character) ? character : hexadecimal(character),
  )
}

/** Markdown reads brackets in a path only in pairs, and leaves punctuation at the end to the sentence where nothing stands around a URL. */
function fitting(path: string, within: Within): string {
  if (within === 'angles') return path
  const paired = arePaired(path) ? path : path.replace(/[()]/g, hexadecimal)
  return within === 'prose' ? paired.replace(/[!"'*,.:;?_~]$/, hexadecimal) : paired
}

function hexadecimal(character: string): string {
  const encoded = encodedPath(character)
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded
}
