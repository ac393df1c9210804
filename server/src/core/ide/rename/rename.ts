import type { Lead } from '../../repository/lead.ts'
import { type Span, slice } from '../../text/span.ts'
import type { Place } from '../navigation/place.ts'
import { renamedHandle } from './handle.ts'
import { renamedHeading } from './heading.ts'
import { renamedPath } from './path.ts'
import type { Refusal, RenameHost, Renaming } from './renaming.ts'
import { type Subject, subjectAt } from './subject.ts'

/** What a person is asked to write anew. */
export interface Renamable {
  readonly span: Span
  /** The name, as it is written now. */
  readonly name: string
}

/** What can be renamed at a place; `undefined` where nothing has a name. `read` gives the minutes of another file, as they are now. */
export function renamableAt(place: Place, read: RenameHost['minutes']): Renamable | Refusal | undefined {
  const subject = subjectAt(place)
  if (!subject) return undefined
  const { span } = subject
  if ('lead' in subject && subject.lead.ref !== undefined) return otherVersion(subject.lead)
  if (subject.kind !== 'anchor') return { span, name: slice(place.minutes.text, span) }
  const heading = headingOf(subject, read)
  return heading && { span, name: slice(heading.minutes.text, heading.heading.content) }
}

/** What a new name for the thing at a place changes; `undefined` where nothing has a name. */
export function renamedAt(place: Place, name: string, host: RenameHost): Renaming | Refusal | undefined {
  const { minutes, repository } = place
  const subject = subjectAt(place)
  if (!subject) return undefined
  if ('lead' in subject && subject.lead.ref !== undefined) return otherVersion(subject.lead)
  switch (subject.kind) {
    case 'handle':
      return renamedHandle(subject.handle.name, name, repository, host)
    case 'heading':
      return renamedHeading(subject.heading, name, minutes, repository)
    case 'anchor': {
      const found = headingOf(subject, host.minutes)
      return found && renamedHeading(found.heading, name, found.minutes, repository)
    }
    case 'path':
      return renamedPath(subject.lead, name, minutes.path, repository, host)
  }
}

function headingOf({ lead, anchor }: Extract<Subject, { kind: 'anchor' }>, read: RenameHost['minutes']) {
  const minutes = read(lead.path)
  const heading = minutes?.facts.headings.find((one) => one.anchor === anchor)
  return heading && { minutes: minutes!, heading }
}

function otherVersion({ ref }: Lead): Refusal {
  return {
    refused: `This link leads to ${ref}, where names stay as they were. Rename the file or heading that is here.`,
  }
}
