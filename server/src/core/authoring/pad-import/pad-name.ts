import { decoded } from '../../minutes/forge-url.ts'
import { withoutView } from '../../text/pad-view.ts'
import { nameOf } from '../../text/path.ts'

/** What a pad is called, from its URL at which somebody reads or writes it, or from the name of the file that has been saved from it. */
export function padName(source: string): string {
  const [, path] = /^\s*https?:\/\/[^/?#\s]+([^?#\s]*)/i.exec(source) ?? []
  if (path === undefined) return nameOf(source)
  return decoded(nameOf(withoutView(path.replace(/(?<!\/)\/+$/, ''))))
}
