import { Misuse } from '../misuse.ts'
import { type Git, GitFailure } from './git.ts'

/** The commit from which the present state and a revision went apart. Throws a Misuse that says why there is none. */
export function baseOf(git: Git, revision: string): string {
  // What begins with a dash would be an option.
  if (!revision || revision.startsWith('-')) throw unknown(revision)
  try {
    return git
      .ask(['merge-base', `${revision}^{commit}`, 'HEAD'])
      .toString()
      .trim()
  } catch (error) {
    throw error instanceof GitFailure ? whyNot(git, revision, error) : error
  }
}

const withoutMessage = 1

function whyNot(git: Git, revision: string, { status, message }: GitFailure): Misuse {
  if (/not a git repository/i.test(message))
    return new Misuse('--since asks git what has changed, and these minutes are in no git repository.')
  if (isShallow(git)) {
    return new Misuse(
      `This clone is shallow, and holds no commit that HEAD and "${revision}" have in common. Fetch more ("fetch-depth: 0" of actions/checkout, or git fetch --unshallow).`,
    )
  }
  if (status === withoutMessage) return new Misuse(`HEAD and "${revision}" have no commit in common.`)
  if (!/valid (?:object|commit) name|unknown revision|bad revision|ambiguous argument/i.test(message))
    return new Misuse(`git cannot say what has changed since "${revision}": ${message}`)
  return hasCommit(git)
    ? unknown(revision)
    : new Misuse('This repository has no commit yet, so --since has nothing to compare with. Leave it out.')
}

function hasCommit(git: Git): boolean {
  try {
    return git.ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).length > 0
  } catch {
    return false
  }
}

function isShallow(git: Git): boolean {
  try {
    return git.ask(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true'
  } catch {
    return false
  }
}

function unknown(revision: string): Misuse {
  return new Misuse(
    `git knows no revision "${revision}" here. Name a commit, a branch or a tag: "git branch --all" lists the branches.`,
  )
}
