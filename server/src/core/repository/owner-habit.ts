import type { SummaryAction } from './action-summary.ts'
import type { Series } from './series.ts'

/** So many of the last meetings tell how people are named. */
const telling = 20
/** Fewer minutes show no habit. */
const fewestMinutes = 3
/** So many of the minutes whose actions have owners name them by handles, where handles are what a team writes. */
const mostMinutes = 0.75

/** "Somebody should look at this." */
const unknown = /^(?:somebody|someone|anybody|anyone)$/i

/** Whether somebody is to do an action. Who is named without a handle is, where that is how a team names people. */
export function ownership(series: Series): (action: Pick<SummaryAction, 'owners' | 'name'>) => boolean {
  let byHandle: boolean | undefined
  return ({ owners, name }) => {
    if (owners.length) return true
    if (name === undefined || unknown.test(name)) return false
    byHandle ??= writesHandles(series)
    return !byHandle
  }
}

function writesHandles({ meetings }: Series): boolean {
  let all = 0
  let withHandles = 0
  for (const { summary } of meetings.slice(-telling)) {
    const owned = summary.actions.filter(({ owners, name }) => owners.length > 0 || name !== undefined)
    const handled = owned.filter(({ owners }) => owners.length > 0)
    if (owned.length) all += 1
    if (owned.length && handled.length * 2 >= owned.length) withHandles += 1
  }
  return withHandles >= fewestMinutes && withHandles >= all * mostMinutes
}
