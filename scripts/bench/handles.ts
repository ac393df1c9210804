import { handleWordAt } from '../../server/src/core/ide/completion/handle-word.ts'
import { likelyPeople } from '../../server/src/core/ide/completion/people.ts'
import { type Minutes, readMinutes } from '../../server/src/core/minutes/minutes.ts'
import type { Repository } from '../../server/src/core/repository/repository.ts'
import { summarise } from '../../server/src/core/repository/summary.ts'
import { Workspace } from '../../server/src/core/workspace.ts'
import { measureCrowd } from './crowd.ts'
import type { Figure, Goal } from './figure.ts'
import { statisticsOf } from './statistics.ts'
import { minutesIn } from './subject.ts'

type Kind = 'participants' | 'owners of actions' | 'roles' | 'elsewhere'

/** Where a handle that somebody has typed would have stood in the lists. */
interface Typed {
  readonly kind: Kind
  /** Whether an earlier file, or the same one above, names the person. */
  readonly known: boolean
  /** The place in the list behind `@` alone, from 0 on. */
  readonly bare: number
  /** The place behind `@` and the first letter. */
  readonly letter: number
}

const goals: Partial<Record<Kind, { readonly bare: Goal; readonly letter: Goal }>> = {
  participants: { bare: { value: 'median', atLeast: 75 }, letter: { value: 'median', atLeast: 90 } },
}

/**
 * How often the right person stands at the top of the list, when all minutes of a folder are typed in the order of their dates and each handle
 * is asked for. The repository knows the files before, and of the file itself what stands above.
 */
export function measureHandles(folder: string): { readonly files: number; readonly figures: Figure[] } {
  const files = inOrder(minutesIn(folder))
  const typed: Typed[] = []
  const workspace = emptyWorkspace()
  for (const minutes of files) {
    for (const at of minutes.handles.keys()) typed.push(type(minutes, at, workspace.repository))
    workspace.repository.set(summarise(minutes))
  }
  const kinds: readonly Kind[] = ['participants', 'owners of actions', 'roles', 'elsewhere']
  const figures = kinds.flatMap((kind) => {
    const own = typed.filter((one) => one.kind === kind)
    if (!own.length) return []
    return [
      share(`${kind}: named before`, own, ({ known }) => known),
      share(`${kind}: @ alone, in the first ten`, own, ({ bare }) => bare < 10, goals[kind]?.bare),
      share(`${kind}: @ alone, in the first three`, own, ({ bare }) => bare < 3),
      share(`${kind}: @ alone, first`, own, ({ bare }) => bare < 1),
      share(`${kind}: @ and a letter, in the first three`, own, ({ letter }) => letter < 3, goals[kind]?.letter),
      share(`${kind}: @ and a letter, the first`, own, ({ letter }) => letter === 0),
    ]
  })
  return { files: files.length, figures: [...figures, measureCrowd(emptyWorkspace().repository)] }
}

function type(minutes: Minutes, at: number, repository: Repository): Typed {
  const { span, name } = minutes.handles[at]!
  const above = minutes.text.slice(0, span.start)
  const placeOf = (typed: string) => {
    const text = `${above}@${typed}`
    const now = readMinutes(minutes.path, text)
    repository.set(summarise(now))
    const place = { minutes: now, repository, offset: text.length, today: minutes.date!.iso!, hostReadsMarkdown: true }
    const word = handleWordAt(now, text.length)
    const people = word ? likelyPeople(place, word.span, word.typed, Number.POSITIVE_INFINITY) : []
    const found = people.findIndex(({ person }) => person === repository.people.of(name))
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }
  const bare = placeOf('')
  return { kind: kindOf(minutes, at), known: Number.isFinite(bare), bare, letter: placeOf(name[0]!) }
}

function kindOf({ participants, roles, actions, handles }: Minutes, at: number): Kind {
  const { span } = handles[at]!
  const isHere = (person: { readonly span: { readonly start: number } }) => person.span.start === span.start
  if (roles.some(({ holders }) => holders.some(isHere))) return 'roles'
  if (participants.some((list) => list.participants.some(({ people }) => people.some(isHere)))) return 'participants'
  const owns = actions.some(({ marker, text }) => marker.end <= span.start && span.start < text.start)
  return owns ? 'owners of actions' : 'elsewhere'
}

export function inOrder(all: readonly Minutes[]): Minutes[] {
  const dated = all.filter(({ kind, date }) => kind === 'minutes' && date?.iso)
  const key = ({ date, path }: Minutes) => `${date!.iso} ${path}`
  return dated.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

export function emptyWorkspace(): Workspace {
  const files = { list: () => [], has: () => false, read: () => undefined }
  const log = { info: () => {}, warn: () => {} }
  return new Workspace({ files, clock: { today: () => '2000-01-01' }, log, folderName: 'minutes' })
}

function share(work: string, typed: readonly Typed[], holds: (one: Typed) => boolean, goal?: Goal): Figure {
  const value = (100 * typed.filter(holds).length) / typed.length
  const results = { least: typed.length, most: typed.length, of: 'handles' }
  return { work, unit: '%', values: statisticsOf([value]), results, ...(goal && { goal }) }
}
