import { decoded } from '../../minutes/forge-url.ts'
import { commonSpelling } from '../../repository/files.ts'
import type { Lead } from '../../repository/lead.ts'
import type { Repository } from '../../repository/repository.ts'
import { folderOf, isHidden, joinPath, nameOf } from '../../text/path.ts'
import { editsOfMoves } from './moved.ts'
import type { Refusal, RenameHost, Renaming } from './renaming.ts'

/**
 * Moves the file or folder that a link in the file `from` leads to. The new path is written as the old one is: for a URL from the repository
 * on, for a path from the folder of the file that holds it. The links follow.
 */
export function renamedPath(
  lead: Lead,
  written: string,
  from: string,
  repository: Repository,
  host: RenameHost,
): Renaming | Refusal {
  const to = newPath(lead, written.trim(), from, repository)
  if (typeof to !== 'string') return to
  if (to === lead.path) return { edits: [] }
  const refused = whyNotThere(lead, to, repository, host)
  if (refused) return { refused }
  const edits = editsOfMoves(new Map([[lead.path, to]]), repository, host)
  return { edits, rename: { from: lead.path, to } }
}

function newPath({ kind, path, by }: Lead, written: string, from: string, { files }: Repository): string | Refusal {
  if (!written) return { refused: 'A path cannot be empty. Write where the file is to be.' }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written))
    return { refused: 'A file cannot move to another repository. Write a path, not a URL.' }
  const name = decoded(written)
  const joined = joinPath(by === 'url' || name.startsWith('/') ? '' : folderOf(from), name)
  if (joined === undefined)
    return { refused: `"${written}" leads out of the repository. Write a path that stays in it.` }
  if (/[\p{Cc}\p{Cs}]/u.test(joined))
    return { refused: 'The path has characters that nobody sees. Write it without them.' }
  if (kind === 'folder')
    return joined || { refused: 'The repository itself cannot be renamed from here. Write another path.' }
  if (name.endsWith('/') || files.hasFolder(joined)) return joinPath(joined, nameOf(path))!
  return endingOf(joined) ? joined : joined + endingOf(path)
}

/** With its dot. `v1.3` has none, and neither has `Dr. Berg`. */
function endingOf(path: string): string {
  return /\.(?![0-9]*$)[a-z0-9]+$/i.exec(nameOf(path))?.[0] ?? ''
}

function whyNotThere({ path, kind }: Lead, to: string, repository: Repository, host: RenameHost): string | undefined {
  if (isHidden(to))
    return `"${to}" would be hidden, and nothing leads to hidden files. Write a name without a dot at its start.`
  // The same but for its capitals, it may be the file itself.
  const isItself = commonSpelling(to) === commonSpelling(path)
  if (repository.has(to) || (!isItself && host.exists(to)))
    return `There is already something called "${to}". Choose another name, or move that away first.`
  for (let folder = folderOf(to); folder; folder = folderOf(folder)) {
    if (repository.files.has(folder)) return `"${folder}" is a file, so nothing can be in it. Choose another path.`
    if (kind === 'folder' && folder === path) return `A folder cannot move into itself. Choose another path.`
  }
  return undefined
}
