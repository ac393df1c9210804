import { fileUrl, folderUrl } from '../../minutes/forge-url.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { leadElsewhere } from '../../repository/absences.ts'
import { type AnchorCheck, anchorCheck } from '../../repository/anchor.ts'
import { type Fix, suggestion } from '../../repository/fix.ts'
import { nearestAnchors, nearestFiles } from '../../repository/nearest.ts'
import { isYetToCome } from '../../repository/relative-links.ts'
import { withPath } from '../../repository/rename.ts'
import type { Repository } from '../../repository/repository.ts'
import type { Target } from '../../repository/target.ts'
import { meetingOf } from '../../repository/team-section.ts'
import { isHidden } from '../../text/path.ts'
import { type Span, slice } from '../../text/span.ts'
import { noOptions } from '../options.ts'
import { defineRule } from '../rule.ts'

type RepositoryTarget = Extract<Target, { kind: 'repository' }>

export default defineRule({
  id: 'broken-minutes-link',
  title: 'Link to the repository that leads nowhere',
  severity: 'warning',
  fix: 'suggested',
  scope: 'markdown',
  options: noOptions,
  messages: {
    branch:
      'This URL has no branch, so it leads nowhere: "{first}" stands where the branch should. Write "{branch}/{first}".',
    extension: 'This leads nowhere: the file is called {path}.md. Add the ending.',
    path: 'This leads nowhere: the repository has no {path}. Link a file that is there, or bring the file.',
    anchor: 'The file has no heading "#{anchor}", so readers land at its top. Link one of its headings, or the file.',
  },
  *check({ minutes, repository }) {
    const own = { path: minutes.path, date: minutes.date?.iso }
    const lacksAnchor = anchorCheck(repository)
    for (const link of minutes.facts.links) {
      if (link.kind === 'reference' || link.kind === 'image-reference') continue
      const url = slice(minutes.text, link.destination)
      if (!url.startsWith('http')) continue
      const target = repository.targetOf(url, minutes.path)
      if (target.kind !== 'repository') continue
      const fault = faultOf(target, repository, lacksAnchor)
      if (!fault || isYetToCome(target.path, own, repository)) continue
      if (fault === 'path' && leadElsewhere(repository.absences.repositoryLinks)) continue
      const data = {
        path: target.path,
        anchor: target.fragment,
        branch: repository.forge!.branch,
        first: target.path.split('/')[0]!,
      }
      yield {
        span: link.destination,
        message: fault,
        data,
        fixes: () => fixesOf(fault, link.destination, url, target, minutes, repository, lacksAnchor),
      }
    }
  },
})

const mostFixes = 3
const plain = /^https?:\/\/(?:raw\.|[^?#]{1,200}?\/(?:raw|media)\/)/i

type Fault = 'branch' | 'extension' | 'path' | 'anchor'

function faultOf(
  { path, fragment, branchMissing }: RepositoryTarget,
  repository: Repository,
  lacksAnchor: AnchorCheck,
): Fault | undefined {
  // Hidden folders are not read, so nothing is known of them.
  if (isHidden(path)) return undefined
  if (branchMissing) return 'branch'
  if (!repository.has(path)) return repository.files.has(`${path}.md`) ? 'extension' : 'path'
  return fragment && lacksAnchor(path, fragment) ? 'anchor' : undefined
}

function fixesOf(
  fault: Fault,
  span: Span,
  url: string,
  target: RepositoryTarget,
  minutes: Minutes,
  repository: Repository,
  lacksAnchor: AnchorCheck,
): Fix[] {
  const forge = repository.forge!
  const link = (title: string, newUrl: string) => suggestion(title, minutes.path, span, newUrl)
  if (fault === 'anchor') {
    const [page] = url.split('#')
    const anchors = nearestAnchors(target.fragment, repository.summary(target.path)!)
    return [
      ...anchors.map((anchor) => link(`Link #${anchor}`, `${page}#${anchor}`)),
      link('Link the whole file', page!),
    ]
  }
  const { fragment } = target
  // A picture is shown by the URL of its bytes alone.
  const isPlain = !target.branchMissing && plain.test(url)
  const pageOf = (path: string) => {
    if (isPlain && repository.files.has(path)) return withPath(url.replace(/[?#].*/s, ''), target.path, path)
    return repository.files.has(path) ? fileUrl(forge, path) : folderUrl(forge, path)
  }
  const linkPath = (path: string) => {
    const page = pageOf(path)
    return link(`Link ${path}`, fragment && !lacksAnchor(path, fragment) ? `${page}#${fragment}` : page)
  }
  const path = repository.has(target.path) ? target.path : `${target.path}.md`
  if (fault === 'branch') return [{ ...linkPath(path), title: `Insert the branch ${forge.branch}` }]
  const line = minutes.minutesLines.find((line) => line.link?.destination === span)
  const reported = line && meetingOf(line, minutes, repository)
  const near = nearestFiles(target.path, repository)
  if (!reported) return near.slice(0, mostFixes).map(linkPath)
  // Older minutes than those that the section reports on would be the next fault.
  const newer = near.filter((path) => (repository.dayOf(path) ?? reported.day) >= reported.day)
  return [...new Set([reported.path, ...newer])].slice(0, mostFixes).map(linkPath)
}
