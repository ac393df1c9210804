import type { OfferedDay } from '../../server/src/lsp/protocol.ts'
import { askText, back, pickOne, type Question } from './pick.ts'

const kinds = { next: 'next meeting', later: '', today: 'today', missing: 'no minutes of that day' } as const

/** Lets somebody choose one of the days that are offered, or type another, and says which minutes they have made already. */
export async function pickDay(
  titled: Omit<Question, 'placeholder'>,
  what: string,
  { days, prepared }: { readonly days: readonly OfferedDay[]; readonly prepared?: string },
): Promise<string | typeof back | undefined> {
  const question = { ...titled, placeholder: prepared ? `${what}; the minutes of ${prepared} exist already` : what }
  const offered = days.map(({ day, what }) => {
    return { label: day, description: [weekday(day), kinds[what]].filter(Boolean).join(', '), day }
  })
  for (;;) {
    const chosen = await pickOne(question, [...offered, { label: 'Another Day…', day: undefined, alwaysShow: true }])
    if (chosen === undefined || chosen === back) return chosen
    const day = chosen.day ?? (await typeDay(question))
    if (day !== back) return day
  }
}

function typeDay({ title, step }: Question) {
  const question = { title, placeholder: 'YYYY-MM-DD', step: step + 1, of: step + 1 }
  return askText(question, (text) => (isDay(text) ? undefined : 'Type a day of the calendar, such as 2025-03-12.'))
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function weekday(day: string): string {
  return new Date(day).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
}
