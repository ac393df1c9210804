/** The URL of an issue or a change of a forge, taken apart. */
export interface IssueUrl {
  /** Equal for all URLs of one issue: its repository and number, in small letters. */
  readonly issue: string
  /** The repository's own URL, without a slash at its end, as the URL spells it. */
  readonly repository: string
  readonly number: number
  /** The URL of the issue as a whole: without a comment, a tab or a question behind it. */
  readonly url: string
}

const issueUrl =
  /^((https?:\/\/(?:www\.)?[^/\s]{1,100}\/[^\s?#]{1,200}?)\/(-\/)?(issues|pulls?|merge_requests|discussions)\/([0-9]{1,9}))(?:[/?#]|$)/i

/** Takes the URL of an issue, a change or a discussion apart; `undefined` for every other URL. */
export function parseIssueUrl(written: string): IssueUrl | undefined {
  const found = written.length > longest || !numbered.test(written) ? undefined : issueUrl.exec(written)
  if (!found) return undefined
  const [, url = '', repository = '', dash, view = '', number] = found
  if (!dash && isAmongFiles(repository)) return undefined
  // GitHub numbers issues and changes as one; GitLab does not.
  const mark = view.toLowerCase() === 'merge_requests' ? '!' : '#'
  return { issue: `${keyed(repository)}${mark}${number}`, repository, number: Number(number), url }
}

/** Whether the URL before an "issues" leads into the files of a repository, of which a folder may be called so: `…/tree/main/issues/2025`. */
export function isAmongFiles(url: string): boolean {
  const [host, ...names] = keyed(url).split('/')
  return host === 'github.com' ? names.length > 2 : names.slice(2).some((name) => views.has(name))
}

const views = new Set(['-', 'blob', 'tree', 'raw', 'edit', '_edit', 'blame', 'src', 'media'])

/** Equal for all URLs of one repository, whatever their scheme and capitals are. */
export function repositoryKey(url: string): string {
  return `https://${keyed(url)}`
}

/** Host and path, in small letters. */
function keyed(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').toLowerCase()
}

/** The key of an issue of a repository, which is given by its URL: equal to that of the issue's own URLs. */
export function issueOf(repository: string, number: number): string {
  return `${keyed(repository)}#${number}`
}

/**
 * The URL of an issue of a repository. GitHub, Gitea and Forgejo lead from there to a change that has the number; `like` is the URL of another
 * issue or change there, which tells GitLab by its dash.
 */
export function issueUrlIn(repository: string, number: number, like = ''): string {
  const isGitLab = like.includes('/-/') || /^https?:\/\/(?:[^/]+\.)?gitlab\./i.test(repository)
  return `${repository}/${isGitLab ? '-/' : ''}issues/${number}`
}

const longest = 500
/** Most links are of other things. */
const numbered = /(?:issues|pulls?|merge_requests|discussions)\/[0-9]/i
