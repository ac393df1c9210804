/** What to tell whoever looks for minutes where there are none. */
export const whereMinutesAre =
  'They are files that are called by the year, month and day of a meeting: harbour/2025-03-12.md.'
