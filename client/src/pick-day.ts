import { env, l10n } from 'vscode'
import type { OfferedDay } from '../../server/src/lsp/protocol.ts'
import { askText, back, pickOne, type Question } from './pick.ts'

/** Lets somebody choose one of the days that are offered, or type another, and says which minutes they have made already. */
export async function pickDay(
  titled: Omit<Question, 'placeholder'>,
  what: string,
  { days, prepared }: { readonly days: readonly OfferedDay[]; readonly prepared?: string },
): Promise<string | typeof back | undefined> {
  const question = {
    ...titled,
    placeholder: prepared ? l10n.t('{0}; the minutes of {1} exist already', what, prepared) : what,
  }
  const offered = days.map(({ day, what }) => {
    return { label: day, description: [weekday(day), kindOf(what)].filter(Boolean).join(', '), day }
  })
  for (;;) {
    const chosen = await pickOne(question, [
      ...offered,
      { label: l10n.t('Another Day…'), day: undefined, alwaysShow: true },
    ])
    if (chosen === undefined || chosen === back) return chosen
    const day = chosen.day ?? (await typeDay(question))
    if (day !== back) return day
  }
}

function typeDay({ title, step }: Question) {
  const question = { title, placeholder: 'YYYY-MM-DD', step: step + 1, of: step + 1 }
  return askText(question, (text) =>
    isDay(text) ? undefined : l10n.t('Type a day of the calendar, such as 2025-03-12.'),
  )
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function kindOf(what: OfferedDay['what']): string {
  switch (what) {
    case 'next':
      return l10n.t('next meeting')
    case 'today':
      return l10n.t('today')
    case 'missing':
      return l10n.t('no minutes of that day')
    case 'later':
      return ''
  }
}

function weekday(day: string): string {
  return new Date(day).toLocaleDateString(env.language, { weekday: 'long', timeZone: 'UTC' })
}
