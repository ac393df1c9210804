import { decoded } from '../../minutes/forge-url.ts'
import { nameOf } from '../../text/path.ts'

/** What a pad is called, from its URL at which somebody reads or writes it, or from the name of the file that has been saved from it. */
export function padName(source: string): string {
  const [, path] = /^\s*https?:\/\/[^/?#\s]+([^?#\s]*)/i.exec(source) ?? []
  if (path === undefined) return nameOf(source)
  return decoded(nameOf(path.replace(/(?<!\/)\/+$/, '').replace(views, '')))
}

/** The ways in which pads are shown. */
const views = /\/(?:edit|view|both|slide|publish|download)$/i
