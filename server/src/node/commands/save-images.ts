import { join, relative } from 'node:path'
import { isInText } from '../../core/minutes/picture.ts'
import { editsToShow, type PadPicture, padPicturesOf } from '../../core/repository/unsaved-pictures.ts'
import { applyEdits } from '../../core/text/edit.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type Hosts, hostOf } from '../../download/address.ts'
import { downloadPicture } from '../../download/download.ts'
import { whyNotDownloaded } from '../download-words.ts'
import { allowedHosts, namedHosts } from '../hosts.ts'
import { Misuse } from '../misuse.ts'
import { openWorkspace } from '../open-workspace.ts'
import { parseOptions } from '../options.ts'
import { printable, printableStart } from '../printable.ts'
import { Progress } from '../progress.ts'
import { rewrite } from '../rewrite.ts'
import { findRoots, type Root } from '../roots.ts'
import { storeFile } from '../store-file.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes save-images [OPTIONS] PATH…

Downloads the pictures that minutes show from a pad, stores them beside the minutes, and lets these show the copies. It prints the paths of the
copies. Nothing is downloaded but from the hosts that "uploads" of .minutes.json or --from names; on a terminal you are asked about others. A file
that is there is never overwritten. PATH is a file, or a folder with all that is in it.

Options:
  --from HOST        download from this host: "pad.example.org"; it can be given several times
  --help, -h         print this text

Exit status: 0 all pictures are saved, 1 some are not, 2 misuse or unreadable input, 130 interrupted.
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
  if (!positionals.length) throw new Misuse(`Name the minutes whose pictures are to be saved.\n\n${usage}`)
  const named = namedHosts(values.from)
  return savePicturesAt(positionals, named, terminal)
}

async function savePicturesAt(paths: readonly string[], named: Hosts, terminal: Terminal): Promise<number> {
  const unread = new Set<string>()
  const shown = findRoots(paths, terminal.cwd).flatMap((root) => picturesIn(root, (problem) => unread.add(problem)))
  for (const line of unread) terminal.err(`minutes: ${printable(line)}\n`)
  const status = await savePicturesOf(shown, named, terminal)
  return unread.size ? 2 : status
}

/** A file that shows pictures from the pad. */
export interface Showing {
  /** The repository's absolute path. */
  readonly folder: string
  readonly workspace: Workspace
  /** That of the file, relative to the repository. */
  readonly path: string
  readonly pictures: readonly PadPicture[]
}

/** Saves the pictures that files show from a pad, and lets these show the copies. The result is the exit status. */
export async function savePicturesOf(shown: readonly Showing[], named: Hosts, terminal: Terminal): Promise<number> {
  const hosts = await allowed(shown, named, terminal)
  return terminal.interruptible(async (signal) => {
    const saving = new Saving(hosts, terminal, signal)
    await saving.saveAll(shown)
    return saving.status
  })
}

/** The files are read once more, for the repository as a whole says which pictures are on a pad, and keeping all of them would take much room. */
function picturesIn({ folder, paths }: Root, problem: (message: string) => void): Showing[] {
  const workspace = openWorkspace(folder, problem)
  const isAskedFor = (path: string) => paths.some((asked) => !asked || path === asked || path.startsWith(`${asked}/`))
  const asked: string[] = []
  for (const minutes of workspace.read())
    if (minutes?.pictures.some(isInText) && isAskedFor(minutes.path)) asked.push(minutes.path)
  return asked.flatMap((path) => picturesAt(path, folder, workspace))
}

/** A file with its pictures, unless it shows none from a pad. */
export function picturesAt(path: string, folder: string, workspace: Workspace): Showing[] {
  const minutes = workspace.minutes(path)
  const pictures = minutes ? padPicturesOf(minutes, workspace.repository) : []
  return pictures.length ? [{ folder, workspace, path, pictures }] : []
}

/** The hosts from which may be downloaded: those that are named, and those that a person agrees with. */
async function allowed(shown: readonly Showing[], named: Hosts, terminal: Terminal): Promise<Hosts> {
  const known = new Set([...named, ...shown.flatMap(({ workspace }) => [...namedHosts(workspace.uploads)])])
  const missing = shown.flatMap(({ pictures }) => pictures.filter(({ isStored }) => !isStored).map(({ url }) => url))
  return allowedHosts(missing, known, terminal)
}

/** Saves pictures one after the other, and tells what becomes of each. */
class Saving {
  readonly #hosts: Hosts
  readonly #terminal: Terminal
  readonly #signal: AbortSignal
  /** How many pictures are at hosts that nobody has named. */
  readonly #refused = new Map<string, number>()
  #done = 0
  #saved = 0
  #failed = 0

  constructor(hosts: Hosts, terminal: Terminal, signal: AbortSignal) {
    this.#hosts = hosts
    this.#terminal = terminal
    this.#signal = signal
  }

  get status(): number {
    if (this.#signal.aborted) return 130
    return this.#failed ? 1 : 0
  }

  async saveAll(shown: readonly Showing[]): Promise<void> {
    const count = shown.reduce((sum, { pictures }) => sum + pictures.length, 0)
    const progress = new Progress(this.#terminal, false, (done, of) => `Saving picture ${done + 1} of ${of}`)
    for (const showing of shown) await this.#saveOf(showing, () => progress.show(this.#done, count))
    progress.clear()
    for (const [host, pictures] of this.#refused)
      this.#terminal.err(`minutes: ${printable(howToAllow(host, pictures))}\n`)
    const outcome = count ? `${this.#saved} of ${count} pictures are saved` : 'no picture is on a pad'
    this.#terminal.err(`minutes: ${outcome}${this.#signal.aborted ? ', then you ended it' : ''}.\n`)
  }

  async #saveOf({ folder, workspace, path, pictures }: Showing, tellProgress: () => void): Promise<void> {
    if (this.#signal.aborted) return
    const minutes = workspace.minutes(path)
    if (!minutes) return this.#fail(`${path} cannot be read any more: its pictures are not saved.`)
    const stored: PadPicture[] = []
    for (const picture of pictures) {
      if (this.#signal.aborted) break
      tellProgress()
      const to = picture.isStored ? picture.to : await this.#store(picture, folder, path)
      if (to !== undefined) stored.push({ ...picture, to })
      this.#done += 1
    }
    if (!stored.length) return
    const edits = stored.flatMap((picture) => editsToShow(picture, minutes))
    const reason = rewrite(join(folder, path), minutes.text, applyEdits(minutes.text, edits))
    if (reason === undefined) this.#saved += stored.length
    else this.#fail(`${path} shows the pad's pictures still: ${reason}`)
  }

  /** Where a picture is stored; `undefined` where it is not, which is told. */
  async #store({ url, to }: PadPicture, folder: string, from: string): Promise<string | undefined> {
    const host = hostOf(url) ?? url
    if (!this.#hosts.has(host)) {
      this.#refused.set(host, (this.#refused.get(host) ?? 0) + 1)
      this.#failed += 1
      return undefined
    }
    try {
      const bytes = await downloadPicture(url, { hosts: this.#hosts, signal: this.#signal })
      const stored = storeFile(join(folder, to), bytes)
      if ('reason' in stored) {
        this.#fail(`${from}: ${url} is not stored as ${to}: ${stored.reason}`)
        return undefined
      }
      this.#terminal.out(`${printableStart(relative(this.#terminal.cwd, stored.file))}\n`)
      return relative(folder, stored.file).replaceAll('\\', '/')
    } catch (error) {
      if (!this.#signal.aborted) this.#fail(`${from}: ${whyNotDownloaded(host, error)}: ${url}`)
      return undefined
    }
  }

  #fail(what: string): void {
    this.#failed += 1
    this.#terminal.err(`minutes: ${printable(what)}\n`)
  }
}

function howToAllow(host: string, pictures: number): string {
  const are = pictures === 1 ? '1 picture is' : `${pictures} pictures are`
  return `${are} at ${host}, from which nothing is downloaded unasked. Say --from ${host}, or name it in "uploads" of .minutes.json.`
}
