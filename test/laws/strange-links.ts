import { relativePath } from '../../server/src/core/text/path.ts'

/** Names that somebody has, and that break links where they are not written with care. */
export const strangeNames = [
  'a b',
  '100 % of #1',
  'Übersicht',
  'U\u0308ber', // in two pieces
  '🚢 👩‍🚀',
  'a (1)',
  'a) (b',
  '((a',
  "it's & co",
  'a&amp;b',
  'a;b=c,d+e@f!$~*_',
  '[a] {b} ^`"',
  'a%20b',
  'mailto:a',
  'CAPITALS',
  'a_',
  'Straße – 港',
] as const

export const forge = 'https://github.com/lighthouse-commons/minutes'

const url = `${forge}/blob/main/`

/** A line for each way in which a file may link a path. */
export function linksTo(path: string, folder: string): string[] {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const relative = relativePath(folder, path).split('/').map(encodeURIComponent).join('/')
  const raw = relativePath(folder, path).replace(/[%#?<>\\]/g, encodeURIComponent)
  return [
    `- [a](${relative.replaceAll('(', '%28').replaceAll(')', '%29')})`,
    `- [b](./${relative.replaceAll('(', '%28').replaceAll(')', '%29')}#first)`,
    `- [c](<${/^[a-z]+:/i.test(raw) ? './' : ''}${raw}>)`,
    `- <${url}${encoded}>`,
    `- ${url}${encoded}?plain=1#first`,
    `- ![d](/${encoded.replaceAll('(', '%28').replaceAll(')', '%29')})`,
    '',
  ]
}
