import { longestName, mayBePerson } from '../../minutes/handle.ts'
import { edit, type FileEdit } from '../../repository/fix.ts'
import { isImpossibleHandle } from '../../repository/forge-handle.ts'
import { placesOfHandles, type SummaryHandle } from '../../repository/handle-summary.ts'
import type { Repository } from '../../repository/repository.ts'
import { settingsFile } from '../../settings/settings.ts'
import type { Refusal, RenameHost, Renaming } from './renaming.ts'
import { withHandle } from './settings-edits.ts'

/**
 * Gives a person another handle, in all files and however it is capitalised; the links to the profile of that handle, and what `.minutes.json`
 * says of it, follow. Aliases are handles of their own, and stay. Where somebody has the handle already, nothing tells the two apart afterwards.
 */
export function renamedHandle(
  name: string,
  written: string,
  repository: Repository,
  host: RenameHost,
): Renaming | Refusal {
  const to = written.trim().replace(/^@/, '')
  const refused = whyNoHandle(to, repository)
  if (refused) return { refused }
  const edits = mentions(name.toLowerCase(), to, repository)
  const unites = whoUnites(name, to, repository)
  return {
    edits: [...edits, ...withHandle(host.text(settingsFile), name, to)],
    reachesFar: true,
    ...(unites !== undefined && { unites }),
  }
}

/** Who is called so already: somebody else, or the same person by an alias. */
function whoUnites(name: string, to: string, { people }: Repository): string | undefined {
  if (to.toLowerCase() === name.toLowerCase()) return undefined
  const other = people.of(to)
  if (!other) return undefined
  if (other === people.of(name))
    return `"@${to}" is a handle of the same person already, and no new name parts the two again.`
  const where = other.files.size
    ? `in ${other.files.size} file${other.files.size === 1 ? '' : 's'}`
    : `in ${settingsFile}`
  return `"@${other.handle}" is named ${where} already, and no new name parts the two again.`
}

function whyNoHandle(name: string, { forge }: Repository): string | undefined {
  if (!name) return 'A handle cannot be empty. Write the name of the account, with or without "@".'
  if (name.length > longestName)
    return `No forge has names of more than ${longestName} characters. Write a shorter one.`
  if (isImpossibleHandle(name, forge))
    return `Nobody on GitHub is called "${name}": names there have letters, digits and single hyphens between them. Write the name of the account.`
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) || !/[A-Za-z0-9]$/.test(name))
    return `No forge has an account "${name}": names have letters, digits, hyphens, dots and underscores. Write the name of the account.`
  if (!mayBePerson(name))
    return `"@${name}" is taken for no person when minutes are read. Write the name of an account.`
  return undefined
}

function mentions(key: string, to: string, repository: Repository): FileEdit[] {
  const paths = [...(repository.people.of(key)?.files.keys() ?? [])].sort()
  return paths.flatMap((path) => {
    const isOther = ({ name }: SummaryHandle) => name.toLowerCase() === key && name !== to
    const { spans, profiles } = placesOfHandles(repository.summary(path)!, isOther)
    // Several links may have one definition, and so one URL.
    const urls = new Map(profiles.map((span) => [span.start, span]))
    return [
      ...spans.map((span) => edit(path, span, `@${to}`)),
      ...[...urls.values()].map((span) => edit(path, span, to)),
    ]
  })
}
