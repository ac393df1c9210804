const milliseconds = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Which day of its year an ISO date is, from 0 on. */
export function dayNumber(day: string): number {
  return (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / milliseconds
}

export function weekdayOf(day: string): string {
  return weekdays[new Date(day).getUTCDay()]!
}

/** The first day of each month of a year, with the month's name. */
export function monthMarks(year: string): { readonly day: string; readonly label: string }[] {
  return months.map((label, at) => ({ day: `${year}-${String(at + 1).padStart(2, '0')}-01`, label }))
}

/** The name of the month of an ISO date. */
export function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1]!
}
