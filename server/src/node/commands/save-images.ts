import { isInText } from '../../core/minutes/picture.ts'
import type { Hosts } from '../../download/address.ts'
import { allOrNothing } from '../all-or-nothing.ts'
import { namedHosts } from '../hosts.ts'
import { Misuse } from '../misuse.ts'
import { openWorkspace } from '../open-workspace.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { findRoots, type Root } from '../roots.ts'
import { picturesAt, type Showing, savePicturesOf } from '../save-pictures.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes save-images [OPTIONS] PATH…

Downloads the pictures that minutes show from a pad, stores them beside the
minutes, and lets these show the copies. It prints the paths of the copies.
Nothing is downloaded but from the hosts that "uploads" of .minutes.json or
--from names; on a terminal you are asked about others. A file that is there is
never overwritten. PATH is a file, or a folder with all that is in it. Ctrl+C
leaves everything as it was.

Options:
  --from HOST        download all pictures at this host, "pad.example.org",
                     whatever they are called; it can be given several times
  --help, -h         print this text

Exit status: 0 all pictures are saved, 1 some are not, 2 misuse or unreadable
input, 130 interrupted.
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
  const shown = findRoots(paths, terminal.cwd).flatMap((root) =>
    picturesIn(root, named, (problem) => unread.add(problem)),
  )
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  const status = await allOrNothing('no picture is saved', terminal, (making) =>
    savePicturesOf(shown, named, making, terminal),
  )
  return unread.size && status !== 130 ? 2 : status
}

/** The files are read once more, for the repository as a whole says which pictures are on a pad, and keeping all of them would take much room. */
function picturesIn({ folder, paths }: Root, named: Hosts, problem: (message: string) => void): Showing[] {
  const workspace = openWorkspace(folder, problem)
  const isAskedFor = (path: string) => paths.some((asked) => !asked || path === asked || path.startsWith(`${asked}/`))
  const asked: string[] = []
  for (const minutes of workspace.read())
    if (minutes?.pictures.some(isInText) && isAskedFor(minutes.path)) asked.push(minutes.path)
  return asked.flatMap((path) => picturesAt(path, folder, workspace, named))
}
