import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestName } from '../core/text/nearest-name.ts'
import { Misuse } from './misuse.ts'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

/** Parses the arguments of a command. Throws a Misuse for an option that there is not, or that lacks its value. */
export function parseOptions<Options extends OptionsConfig>(
  command: string,
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options }>> {
  const mistake = mistakeIn(args, options)
  if (mistake) throw new Misuse(mistake, `minutes help ${command}`)
  return parseArgs({ args: [...args], allowPositionals: true, options })
}

function mistakeIn(args: readonly string[], options: OptionsConfig): string | undefined {
  // Node's own messages are not made for people.
  const { tokens } = parseArgs({ args: [...args], allowPositionals: true, options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) return unknown(rawName, Object.keys(options))
    if (option.type === 'boolean' && value !== undefined) return `${rawName} takes no value.`
    if (option.type !== 'string') continue
    if (value === undefined) return `${rawName} needs a value.`
    if (!inlineValue && /^-./.test(value)) return `${rawName} needs a value, and "${value}" looks like another option.`
  }
  return undefined
}

function unknown(rawName: string, names: readonly string[]): string {
  const near = nearestName(rawName.replace(/^-+/, ''), names)
  return `There is no option ${rawName}.${near === undefined ? '' : ` Did you mean --${near}?`}`
}
