/** What to tell whoever looks for minutes where there are none. */
export const whereMinutesAre = 'Minutes are files named by the day of a meeting, such as harbour/2025-03-12.md.'
