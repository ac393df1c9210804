import { meantName } from '../core/text/nearest-name.ts'
import { Misuse } from './misuse.ts'

/** The format with a name. */
export function formatNamed<Format>(name: string, formats: Readonly<Record<string, Format>>): Format {
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format) return format
  const names = Object.keys(formats)
  throw new Misuse(`There is no format "${name}". ${meantName(name, names, `The formats are ${names.join(', ')}.`)}`)
}
