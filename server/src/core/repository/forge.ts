import { isSameList } from '../collections.ts'
import type { Forge } from '../minutes/forge-url.ts'
import type { FileSet } from './files.ts'
import type { Summary, SummaryForgeLink } from './summary.ts'

/** What git knows of the forge, read from its files. */
export interface GitRemotes {
  /** URLs of the remotes, `origin` first. */
  readonly urls: readonly string[]
  /** The branch that `origin/HEAD` names. */
  readonly branch: string | undefined
}

/** How many links it takes to believe them without git, or more than git. */
const enoughLinks = 3
/** No file system takes longer ones. */
const longestPath = 4096
/** The branch of a repository of which nothing tells another. */
export const usualBranch = 'main'

/** Reads the text of `.git/config` and of `.git/refs/remotes/origin/HEAD`; either may be missing. */
export function readGitRemotes(config: string | undefined, head: string | undefined): GitRemotes {
  const urls: string[] = []
  let remote: string | undefined
  for (const line of (config ?? '').split('\n')) {
    const section = /^\s*\[(?:remote "([^"]*)")?/.exec(line)
    if (section) remote = section[1]
    const url = remote && /^\s*url\s*=\s*(\S+)/.exec(line)?.[1]
    const web = url && webUrl(url)
    if (web && remote === 'origin') urls.unshift(web)
    else if (web) urls.push(web)
  }
  return { urls, branch: /^ref: refs\/remotes\/origin\/(\S+)/.exec(head ?? '')?.[1] }
}

/**
 * The forge of a repository that does not say. The minutes themselves are asked first, by the links that lead to files which exist here:
 * in a fork, `origin` is not where the minutes of the community stand.
 */
export function inferForge(summaries: Iterable<Summary>, files: FileSet, git: GitRemotes): Forge | undefined {
  const links = [...summaries].flatMap(({ forgeLinks }) => forgeLinks)
  const known = git.urls.map((url) => url.toLowerCase())
  const [best] = [...countVotes(links, files).values()]
    .filter(
      (vote) =>
        known.includes(vote.url.toLowerCase()) ||
        (vote.count >= enoughLinks && vote.count > countMisses(vote, links, files)),
    )
    .sort((a, b) => b.count - a.count)
  if (best) return { url: best.url, branch: best.branch }
  const [origin] = git.urls
  return origin === undefined ? undefined : { url: origin, branch: git.branch ?? usualBranch }
}

/** Whether a file's links tell the same of the forge as before; `undefined` when there was no such file. */
export function sameForgeLinks(before: Summary | undefined, { forgeLinks }: Summary): boolean {
  const isSame = (one: SummaryForgeLink, other: SummaryForgeLink) =>
    one.repository === other.repository && one.refAndPath === other.refAndPath
  return before !== undefined && isSameList(before.forgeLinks, forgeLinks, isSame)
}

/** Whether two are the same, or there is none both times. */
export function sameForge(a: Forge | undefined, b: Forge | undefined): boolean {
  return a?.url === b?.url && a?.branch === b?.branch
}

interface Vote extends Forge {
  count: number
}

function countVotes(links: readonly SummaryForgeLink[], files: FileSet): Map<string, Vote> {
  const votes = new Map<string, Vote>()
  for (const { repository, refAndPath } of links) {
    const branch = branchBefore(refAndPath, files)
    if (!branch) continue
    const key = `${repository.toLowerCase()} ${branch}`
    const vote = votes.get(key)
    if (vote) vote.count += 1
    else votes.set(key, { url: repository, branch, count: 1 })
  }
  return votes
}

/** How many links to the same branch lead to nothing that is here: another repository may have a few paths in common with this one. */
function countMisses({ url, branch }: Vote, links: readonly SummaryForgeLink[], files: FileSet): number {
  const misses = links.filter(({ repository, refAndPath }) => {
    if (repository.toLowerCase() !== url.toLowerCase() || !refAndPath.startsWith(`${branch}/`)) return false
    const path = refAndPath.slice(branch.length + 1)
    return !files.has(path) && !files.hasFolder(path)
  })
  return misses.length
}

/** What stands before a path that the repository has; a file in the root is too weak a sign: many repositories have a README. */
function branchBefore(refAndPath: string, files: FileSet): string | undefined {
  if (refAndPath.length > longestPath) return undefined
  for (let slash = refAndPath.indexOf('/'); slash >= 0; slash = refAndPath.indexOf('/', slash + 1)) {
    const path = refAndPath.slice(slash + 1)
    if (path.includes('/') && files.has(path)) return refAndPath.slice(0, slash)
  }
  return undefined
}

/** The address that a browser uses, of a remote's URL in any of git's forms. */
function webUrl(remote: string): string | undefined {
  const found =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|git:\/\/|[^@/:]+@)([^/:]+)(?::[0-9]+(?=\/))?[/:](.+?)(?:\.git)?\/?$/.exec(
      remote,
    )
  return found ? `https://${found[1]}/${found[2]}` : undefined
}
