import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { NewFile } from '../../core/authoring/new-minutes/new-minutes.ts'
import { aboutPad } from '../../core/authoring/pad-import/about-pad.ts'
import { importPad, mendedOnImport, originOf } from '../../core/authoring/pad-import/pad-import.ts'
import type { Redated } from '../../core/authoring/pad-import/redated.ts'
import type { Refusal } from '../../core/authoring/refusal.ts'
import { type KnownTeam, presentTeams } from '../../core/authoring/team.ts'
import type { Repository } from '../../core/repository/repository.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type Hosts, hostOf } from '../../download/address.ts'
import { downloadText } from '../../download/download.ts'
import { markdownAddress } from '../../download/pad-address.ts'
import { allOrNothing } from '../all-or-nothing.ts'
import { systemClock } from '../clock.ts'
import { dayIn } from '../day.ts'
import { whyNotDownloaded } from '../download-words.ts'
import { largestBytes } from '../files.ts'
import { namedHosts } from '../hosts.ts'
import { Misuse } from '../misuse.ts'
import { failed, makeFile, putFile } from '../new-file.ts'
import { parseOptions } from '../options.ts'
import { printable } from '../printable.ts'
import { readRepository } from '../read-repository.ts'
import { findRoots, pathFrom } from '../roots.ts'
import { picturesAt, savePicturesOf } from '../save-pictures.ts'
import { listed, teamNamed } from '../team.ts'
import type { Terminal } from '../terminal.ts'

const usage = `Usage: minutes import [OPTIONS] URL|FILE

Makes minutes of the text of a pad (HedgeDoc, CodiMD, HackMD), and prints their
path: URL is the address of the pad, FILE a text that has been saved from it.
The file gets the name that the team's minutes have, without the pad's notices
and tabs, and pictures on the pad are stored beside it. A file that is there is
never touched, and Ctrl+C leaves everything as it was.

Options:
  --team TEAM        whose meeting it was, a name or the folder of the minutes;
                     by default whom the headings name
  --date YYYY-MM-DD  the day of the meeting, by default that of the headings
  --from HOST        download all pictures at this host, "files.example.org",
                     too; it can be given several times
  --no-pictures      leave the pictures on the pad
  --print            print the minutes, and write no file
  --help, -h         print this text

Exit status: 0 made, 1 there is such a file, or something cannot be downloaded
or written, 2 misuse, 130 interrupted.
`

/** `minutes import`. */
export async function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseOptions('import', args, {
    team: { type: 'string' },
    date: { type: 'string' },
    from: { type: 'string', multiple: true, default: [] },
    'no-pictures': { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  })
  if (values.help) {
    terminal.out(usage)
    return 0
  }
  const [source, ...more] = positionals
  if (source === undefined || more.length)
    throw new Misuse('Name one pad, by its URL or a file.', 'minutes help import')
  const askedDay = values.date === undefined ? undefined : dayIn(values.date)
  const from = namedHosts(values.from)
  const { workspace, repository, top } = readRepository(terminal)
  const { team: words } = values
  const askedTeam = words === undefined ? undefined : teamNamed(words, pathFrom(top, terminal.cwd, words), repository)
  return allOrNothing('nothing is imported', terminal, async (making) => {
    const pad = await readPad(source, terminal.cwd, making.signal)
    if ('reason' in pad) return failed(`${source} is not imported: ${pad.reason}.`, terminal)
    const file = minutesOf(pad, source, { team: askedTeam, day: askedDay }, workspace)
    if ('refused' in file) return failed(file.refused, terminal)
    const status = values.print ? putFile(file, top, true, terminal) : makeFile(file, top, making.newFiles, terminal)
    if (!status) for (const sentence of file.about) terminal.err(`minutes: ${printable(sentence)}\n`)
    const shown = status || values.print || values['no-pictures'] ? [] : picturesAt(file.path, top, workspace, from)
    return shown.length ? savePicturesOf(shown, new Set([...from, ...pad.hosts]), making, terminal) : status
  })
}

/** Whose meeting it was, and on which day, where that is said. */
interface Asked {
  readonly team: KnownTeam | undefined
  readonly day: string | undefined
}

/** Minutes, and in sentences where their text says something else than what was asked for. */
type Imported = NewFile & { readonly about: readonly string[] }

function minutesOf(pad: PadText, source: string, asked: Asked, workspace: Workspace): Imported | Refusal {
  const { repository } = workspace
  const today = systemClock.today()
  const about = aboutPad(pad.text, source, repository, { today, read: (path) => workspace.minutes(path) })
  const { folder } = asked.team ?? about.team ?? unknownTeam(repository)
  const day = asked.day ?? about.day ?? unknownDay()
  const made = importPad({ ...pad, folder, day, isDayGiven: asked.day !== undefined, today }, repository)
  if ('refused' in made) return made
  const text = workspace.mended(made.path, made.text, mendedOnImport)
  return { ...made, text, about: [...aboutTeam(about.team, asked.team), ...aboutDate(made)] }
}

function aboutDate({ redated, kept }: Redated): string[] {
  if (redated) return [`the text was dated "${redated.from}", and is now dated "${redated.to}".`]
  return kept === undefined ? [] : [`the text keeps the date "${kept}", which is that of another day.`]
}

function aboutTeam(told: KnownTeam | undefined, asked: KnownTeam | undefined): string[] {
  if (!told || !asked || told.folder === asked.folder) return []
  return [`the headings of the text name ${told.name}, and it becomes minutes of ${asked.name}.`]
}

interface PadText {
  readonly text: string
  readonly origin: string
  /** That of the pad, which its user has named. */
  readonly hosts: Hosts
}

/** The text of a pad, or why there is none: a sentence without its full stop. */
async function readPad(
  source: string,
  cwd: string,
  signal: AbortSignal,
): Promise<PadText | { readonly reason: string }> {
  if (!/^[a-z]+:\/\//i.test(source)) return readSaved(source, cwd)
  const address = markdownAddress(source)
  const host = address === undefined ? undefined : hostOf(address)
  if (address === undefined || host === undefined)
    throw new Misuse(`"${source}" is no address of a pad. Write it as https://pad.example.org/name-of-the-pad.`)
  const hosts = new Set([host])
  try {
    const text = await downloadText(address, { hosts, signal })
    return { text, origin: originOf(address), hosts }
  } catch (error) {
    signal.throwIfAborted()
    return { reason: whyNotDownloaded(host, error) }
  }
}

function readSaved(source: string, cwd: string): PadText | { readonly reason: string } {
  // Browsers show an address so.
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i.test(source) && !existsSync(resolve(cwd, source)))
    throw new Misuse(`There is no file ${source}. Is it an address? Write https://${source}`)
  const { folder, paths, files } = findRoots([source], cwd)[0]!
  if (!files.length) throw new Misuse(`${source} is a folder. Name the file that has been saved from the pad.`)
  try {
    const file = join(folder, paths[0]!)
    const about = statSync(file)
    if (!about.isFile()) return { reason: 'it is no file' }
    if (about.size > largestBytes) return { reason: 'it is too large for a text' }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)), origin: '', hosts: new Set() }
  } catch (error) {
    return { reason: error instanceof TypeError ? 'it is no text in UTF-8' : (error as Error).message }
  }
}

function unknownTeam(repository: Repository): never {
  const teams = presentTeams(repository, systemClock.today())
  if (!teams.length)
    throw new Misuse('There are no minutes here that show how to call these. Write the first ones by hand.')
  throw new Misuse(`No heading says whose meeting it was. Say --team TEAM. ${listed(teams)}`)
}

function unknownDay(): never {
  throw new Misuse('No heading says on which day it was. Say --date YYYY-MM-DD.')
}
