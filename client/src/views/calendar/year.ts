const milliseconds = 86_400_000

/** Which day of its year an ISO date is, from 0 on. */
export function dayNumber(day: string): number {
  return (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / milliseconds
}

/** The name of the weekday of an ISO date. */
export function weekdayOf(day: string, language: string): string {
  return new Date(day).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' })
}

/** The first day of each month of a year, with the month's name. */
export function monthMarks(year: string, language: string): { readonly day: string; readonly label: string }[] {
  const days = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-01`)
  return days.map((day) => ({ day, label: monthOf(day, language) }))
}

/** The short name of the month of an ISO date. */
export function monthOf(day: string, language: string): string {
  return new Date(day).toLocaleDateString(language, { month: 'short', timeZone: 'UTC' })
}
