import { join } from 'node:path'
import type { Minutes } from '../core/minutes/minutes.ts'
import { storedName } from '../core/minutes/upload.ts'
import { editsToShow, type RemotePicture, remotePicturesOf } from '../core/repository/unsaved-pictures.ts'
import { applyEdits } from '../core/text/edit.ts'
import type { Workspace } from '../core/workspace.ts'
import { type Hosts, hostOf } from '../download/address.ts'
import { downloadPicture } from '../download/download.ts'
import type { Making } from './all-or-nothing.ts'
import { whyNotDownloaded } from './download-words.ts'
import { allowedHosts, namedHosts } from './hosts.ts'
import { printable } from './printable.ts'
import { Progress } from './progress.ts'
import { rewrite } from './rewrite.ts'
import { seenFrom } from './seen-from.ts'
import { storeFile } from './store-file.ts'
import type { Terminal } from './terminal.ts'

/** A file that shows pictures from a host. */
export interface Showing {
  /** The repository's absolute path. */
  readonly folder: string
  readonly workspace: Workspace
  /** That of the file, relative to the repository. */
  readonly path: string
  readonly pictures: readonly RemotePicture[]
}

/** Saves the pictures that files show from a host, and lets these show the copies. The result is the exit status. */
export async function savePicturesOf(
  shown: readonly Showing[],
  named: Hosts,
  making: Making,
  terminal: Terminal,
): Promise<number> {
  const hosts = await allowed(shown, named, terminal, making.signal)
  const saving = new Saving(hosts, terminal, making)
  await saving.saveAll(shown)
  return saving.status
}

/** A file with its pictures, unless it shows none from a pad, or from hosts that are named for all their pictures. */
export function picturesAt(path: string, folder: string, workspace: Workspace, named: Hosts): Showing[] {
  const minutes = workspace.minutes(path)
  const isNamed = (url: string) => named.has(hostOf(url) ?? '')
  const pictures = minutes ? remotePicturesOf(minutes, workspace.repository, isNamed) : []
  return pictures.length ? [{ folder, workspace, path, pictures }] : []
}

/** The hosts from which may be downloaded: those that are named, and those that a person agrees with. */
async function allowed(
  shown: readonly Showing[],
  named: Hosts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Hosts> {
  const known = new Set([...named, ...shown.flatMap(({ workspace }) => [...namedHosts(workspace.uploads)])])
  const missing = shown.flatMap(({ pictures }) => pictures.filter(({ isStored }) => !isStored).map(({ url }) => url))
  return allowedHosts(missing, known, terminal, signal)
}

/** A file with those of its pictures that are stored. */
interface Stored {
  readonly folder: string
  readonly minutes: Minutes
  readonly pictures: readonly RemotePicture[]
}

/** Saves pictures one after the other, and tells what becomes of each. */
class Saving {
  readonly #hosts: Hosts
  readonly #terminal: Terminal
  readonly #making: Making
  /** How many pictures are at hosts that nobody has named. */
  readonly #refused = new Map<string, number>()
  #done = 0
  #saved = 0
  #failed = 0

  constructor(hosts: Hosts, terminal: Terminal, making: Making) {
    this.#hosts = hosts
    this.#terminal = terminal
    this.#making = making
  }

  get status(): number {
    return this.#failed ? 1 : 0
  }

  /** Fails when it is ended: then nothing shows the pictures that have been stored. */
  async saveAll(shown: readonly Showing[]): Promise<void> {
    const count = shown.reduce((sum, { pictures }) => sum + pictures.length, 0)
    const all = await this.#storeAll(shown, count)
    // The last picture may have come before its download could be ended.
    this.#making.signal.throwIfAborted()
    for (const stored of all) this.#show(stored)
    for (const [host, pictures] of this.#refused)
      this.#terminal.err(`minutes: ${printable(howToAllow(host, pictures))}\n`)
    this.#terminal.err(`minutes: ${this.#saved} of ${count} pictures are saved.\n`)
  }

  async #storeAll(shown: readonly Showing[], count: number): Promise<readonly Stored[]> {
    const progress = new Progress(this.#terminal, false, (done, of) => `Saving picture ${done + 1} of ${of}`)
    const all: Stored[] = []
    try {
      for (const showing of shown) all.push(...(await this.#storeOf(showing, () => progress.show(this.#done, count))))
      return all
    } finally {
      progress.clear()
    }
  }

  /** The file with its pictures, unless none of them is stored. */
  async #storeOf({ folder, workspace, path, pictures }: Showing, tellProgress: () => void): Promise<Stored[]> {
    const minutes = workspace.minutes(path)
    if (!minutes) {
      this.#fail(`${this.#seen(folder, path)} cannot be read any more: its pictures are not saved.`)
      return []
    }
    const stored: RemotePicture[] = []
    for (const picture of pictures) {
      tellProgress()
      const to = picture.isStored ? picture.to : await this.#store(picture, folder, path)
      if (to !== undefined) stored.push({ ...picture, to })
      this.#done += 1
    }
    return stored.length ? [{ folder, minutes, pictures: stored }] : []
  }

  /** Where a picture is stored; `undefined` where it is not, which is told. */
  async #store({ url, to }: RemotePicture, folder: string, path: string): Promise<string | undefined> {
    const host = hostOf(url) ?? url
    const from = this.#seen(folder, path)
    if (!this.#hosts.has(host)) {
      this.#refused.set(host, (this.#refused.get(host) ?? 0) + 1)
      this.#failed += 1
      return undefined
    }
    if (!storedName(url)) {
      this.#fail(`${from}: ${url} is not stored: its address does not end in the name of a picture.`)
      return undefined
    }
    const { signal, newFiles } = this.#making
    try {
      const bytes = await downloadPicture(url, { hosts: this.#hosts, signal })
      const stored = storeFile(join(folder, to), bytes, newFiles)
      if ('file' in stored) return seenFrom(folder, stored.file)
      this.#fail(`${from}: ${url} is not stored as ${this.#seen(folder, to)}: ${stored.reason}`)
    } catch (error) {
      signal.throwIfAborted()
      this.#fail(`${from}: ${whyNotDownloaded(host, error)}: ${url}`)
    }
    return undefined
  }

  /** Lets a file show the copies of its pictures. */
  #show({ folder, minutes, pictures }: Stored): void {
    const { path, text } = minutes
    const edits = pictures.flatMap((picture) => editsToShow(picture, minutes))
    const reason = rewrite(join(folder, path), text, applyEdits(text, edits))
    if (reason === undefined) this.#saved += pictures.length
    else this.#fail(`${this.#seen(folder, path)} does not show the copies of its pictures: ${reason}`)
  }

  #seen(folder: string, path: string): string {
    return seenFrom(this.#terminal.cwd, join(folder, path))
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
