import type { IsoDate } from '../../minutes/calendar.ts'
import { type Forge, fileUrl } from '../../minutes/forge-url.ts'
import { type CalendarProperty, calendarFile, calendarMoment, calendarText } from '../../text/calendar-file.ts'
import { isOpen, type LedgerAction } from './ledger.ts'

const states = { open: 'NEEDS-ACTION', carried: 'IN-PROCESS', done: 'COMPLETED', dropped: 'CANCELLED' } as const

/** An action, and where it is from. */
export interface ToDo {
  readonly action: LedgerAction
  /** The name of the repository. */
  readonly repository: string
  readonly forge: Forge | undefined
}

/**
 * Actions as a list of to-dos for calendars (iCalendar). The same action has the same UID every time, so that a list which is read again
 * brings nothing twice.
 */
export function toDoList(toDos: readonly ToDo[], today: IsoDate): string {
  return calendarFile(
    'VTODO',
    toDos.map((toDo) => propertiesOf(toDo, today)),
  )
}

function propertiesOf({ action, repository, forge }: ToDo, today: IsoDate): CalendarProperty[] {
  const { id, text, team, state, origin, last } = action
  const owners = ownersText(action)
  const url: CalendarProperty[] = forge ? [['URL', fileUrl(forge, last.path)]] : []
  const completed: CalendarProperty[] = state === 'done' ? [['COMPLETED', calendarMoment(last.day)]] : []
  return [
    ['UID', calendarText(`${id}@${repository}`)],
    ['DTSTAMP', calendarMoment(today)],
    ['CREATED', calendarMoment(origin.day)],
    ['SUMMARY', calendarText(owners ? `${owners}: ${text}` : text)],
    ['DESCRIPTION', calendarText(descriptionOf(action))],
    ['CATEGORIES', calendarText(team)],
    ['STATUS', states[state]],
    ...completed,
    ...url,
  ]
}

function descriptionOf(action: LedgerAction): string {
  const { team, origin, last } = action
  const promised = `Promised by ${ownersText(action) || 'nobody'} in ${team} on ${origin.day}: ${origin.path}`
  if (last.path === origin.path) return promised
  return `${promised}\n${isOpen(action) ? 'Carried' : 'Closed'} on ${last.day}: ${last.path}`
}

/** "@ines-berg, @kwame" */
export function ownersText({ owners, byHandle }: LedgerAction): string {
  return owners.map((owner) => (byHandle ? `@${owner}` : owner)).join(', ')
}
