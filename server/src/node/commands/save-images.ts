import { isInText } from '../../core/minutes/picture.ts'
import { shownUrls } from '../../core/repository/unsaved-pictures.ts'
import { nearestName } from '../../core/text/nearest-name.ts'
import { type Hosts, hostOf } from '../../download/address.ts'
import { allOrNothing } from '../all-or-nothing.ts'
import { counted } from '../counted.ts'
import { namedHosts } from '../hosts.ts'
import { Misuse } from '../misuse.ts'
import { openWorkspace } from '../open-workspace.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { findRoots, type Root } from '../roots.ts'
import { picturesAt, type Showing, savePicturesOf } from '../save-pictures.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes save-images [OPTIONS] PATH…

Downloads the pictures that minutes show from a pad, or from a host that --from
names, stores them beside the minutes, and lets these show the copies. It prints
the paths of the copies.
Nothing is downloaded but from the hosts that "uploads" of .minutes.json or
--from names; on a terminal you are asked about others. A file that is there is
never overwritten. PATH is a file, or a folder with all that is in it. Ctrl+C
leaves everything as it was.

Options:
  --from HOST        download all pictures at this host, "pad.example.org",
                     whatever they are called; it can be given several times
  --help, -h         print this text

Exit status: 0 all pictures are saved, 1 some are not, or none is at a HOST that
is nearly the name of one, 2 misuse or unreadable input, 130 interrupted.
`

/** `minutes save-images`. */
export async function saveImages(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseOptions('save-images', args, {
    from: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  if (!positionals.length)
    throw new Misuse('Name the minutes whose pictures are to be saved.', 'minutes help save-images')
  const named = namedHosts(values.from)
  return savePicturesAt(positionals, named, terminal)
}

async function savePicturesAt(paths: readonly string[], named: Hosts, terminal: Terminal): Promise<number> {
  const unread = new Set<string>()
  const hosts = new Map<string, number>()
  const shown = findRoots(paths, terminal.cwd).flatMap((root) =>
    picturesIn(root, named, hosts, (problem) => unread.add(problem)),
  )
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  const absent = [...named].filter((host) => !hosts.has(host))
  const meant = meantHosts(
    absent,
    [...hosts.keys()].filter((host) => !named.has(host)),
  )
  if (absent.length) terminal.err(`minutes: ${printable(whereElse(absent, meant, hosts))}\n`)
  else if (!shown.length) terminal.err('minutes: no picture is on a pad.\n')
  const status = shown.length
    ? await allOrNothing('no picture is saved', terminal, (making) => savePicturesOf(shown, named, making, terminal))
    : 0
  if (status === 130) return status
  // Where no picture is at a host, all of it may be saved already.
  return unread.size ? 2 : meant.size ? 1 : status
}

/** Those of some hosts that were probably meant by others, at which no picture is: a host is easily mistyped, or named without its port. */
function meantHosts(absent: readonly string[], others: readonly string[]): ReadonlySet<string> {
  const withoutPort = (host: string) => host.replace(/:[0-9]+$/, '')
  const meant = absent.map((host) => {
    const sameName = others.find((other) => withoutPort(other) === withoutPort(host))
    return sameName ?? nearestName(host, others, mostSlips)
  })
  return new Set(meant.filter((host) => host !== undefined))
}

/** Hosts of one domain are alike in most of their letters. */
const mostSlips = 2
const mostHosts = 3

/** That no picture is at some hosts, and at which there are some: first those that were probably meant, then those with most. */
function whereElse(absent: readonly string[], meant: ReadonlySet<string>, hosts: ReadonlyMap<string, number>): string {
  const byNumber = [...hosts].sort(([, a], [, b]) => b - a).map(([host]) => host)
  const most = [...new Set([...meant, ...byNumber])]
  const more = most.length > mostHosts ? ` and ${counted(most.length - mostHosts, 'other host')}` : ''
  const where = most.slice(0, mostHosts).join(', ') + more
  return `no picture is at ${absent.join(' or ')}${where ? `. There are pictures at ${where}` : ', nor at another host'}.`
}

/**
 * The files are read once more, for the repository as a whole says which pictures are on a pad, and keeping all of them would take much room.
 * How many pictures are at each host is counted in `hosts`.
 */
function picturesIn(
  { folder, paths }: Root,
  named: Hosts,
  hosts: Map<string, number>,
  problem: (message: string) => void,
): Showing[] {
  const workspace = openWorkspace(folder, problem)
  const isAskedFor = (path: string) => paths.some((asked) => !asked || path === asked || path.startsWith(`${asked}/`))
  const asked: string[] = []
  for (const minutes of workspace.read()) {
    if (!minutes?.pictures.some(isInText) || !isAskedFor(minutes.path)) continue
    asked.push(minutes.path)
    for (const url of shownUrls(minutes)) {
      const host = hostOf(url)
      if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1)
    }
  }
  return asked.flatMap((path) => picturesAt(path, folder, workspace, named))
}
